"""Files of the site that are no pages: feed, search index, downloads' index."""
