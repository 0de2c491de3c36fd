"""ISO 3166-1 alpha-2 codes with the English names and adjectives that stand for them.

One line a country: code, names separated by `,`, then adjectives and demonyms separated by `,`.
The first name is the one displayed. ``EU`` and ``WORLD`` are additions of this knowledge base.
A name that is also an ordinary word or another place (Georgia, Jordan, Chad) is kept: recognition
asks for what stands beside it.
"""

from __future__ import annotations

_TABLE = """\
AD|Andorra|Andorran
AE|United Arab Emirates,UAE,U.A.E.|Emirati
AF|Afghanistan|Afghan
AG|Antigua and Barbuda|Antiguan,Barbudan
AI|Anguilla|Anguillan
AL|Albania|Albanian
AM|Armenia|Armenian
AO|Angola|Angolan
AQ|Antarctica|Antarctic
AR|Argentina|Argentine,Argentinian
AS|American Samoa|American Samoan
AT|Austria|Austrian
AU|Australia|Australian
AW|Aruba|Aruban
AX|Åland Islands,Åland|Åland
AZ|Azerbaijan|Azerbaijani
BA|Bosnia and Herzegovina,Bosnia|Bosnian
BB|Barbados|Barbadian
BD|Bangladesh|Bangladeshi
BE|Belgium|Belgian
BF|Burkina Faso|Burkinabe
BG|Bulgaria|Bulgarian
BH|Bahrain|Bahraini
BI|Burundi|Burundian
BJ|Benin|Beninese
BL|Saint Barthélemy|
BM|Bermuda|Bermudian
BN|Brunei,Brunei Darussalam|Bruneian
BO|Bolivia|Bolivian
BQ|Caribbean Netherlands|
BR|Brazil|Brazilian
BS|Bahamas|Bahamian
BT|Bhutan|Bhutanese
BV|Bouvet Island|
BW|Botswana|Botswanan
BY|Belarus|Belarusian
BZ|Belize|Belizean
CA|Canada|Canadian
CC|Cocos Islands|
CD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo|Congolese
CF|Central African Republic|Central African
CG|Congo,Republic of the Congo|Congolese
CH|Switzerland|Swiss
CI|Côte d'Ivoire,Ivory Coast|Ivorian
CK|Cook Islands|
CL|Chile|Chilean
CM|Cameroon|Cameroonian
CN|China,People's Republic of China|Chinese
CO|Colombia|Colombian
CR|Costa Rica|Costa Rican
CU|Cuba|Cuban
CV|Cabo Verde,Cape Verde|Cape Verdean
CW|Curaçao|Curaçaoan
CX|Christmas Island|
CY|Cyprus|Cypriot
CZ|Czechia,Czech Republic|Czech
DE|Germany|German
DJ|Djibouti|Djiboutian
DK|Denmark|Danish
DM|Dominica|Dominican
DO|Dominican Republic|Dominican
DZ|Algeria|Algerian
EC|Ecuador|Ecuadorian
EE|Estonia|Estonian
EG|Egypt|Egyptian
EH|Western Sahara|Sahrawi
ER|Eritrea|Eritrean
ES|Spain|Spanish
ET|Ethiopia|Ethiopian
EU|European Union,EU,E.U.|European
FI|Finland|Finnish
FJ|Fiji|Fijian
FK|Falkland Islands|
FM|Micronesia|Micronesian
FO|Faroe Islands|Faroese
FR|France|French
GA|Gabon|Gabonese
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British
GD|Grenada|Grenadian
GE|Georgia|Georgian
GF|French Guiana|
GG|Guernsey|
GH|Ghana|Ghanaian
GI|Gibraltar|Gibraltarian
GL|Greenland|Greenlandic
GM|Gambia|Gambian
GN|Guinea|Guinean
GP|Guadeloupe|
GQ|Equatorial Guinea|Equatoguinean,Equatorial Guinean
GR|Greece|Greek
GS|South Georgia and the South Sandwich Islands|
GT|Guatemala|Guatemalan
GU|Guam|Guamanian
GW|Guinea-Bissau|
GY|Guyana|Guyanese
HK|Hong Kong|Hong Kong
HM|Heard Island and McDonald Islands|
HN|Honduras|Honduran
HR|Croatia|Croatian
HT|Haiti|Haitian
HU|Hungary|Hungarian
ID|Indonesia|Indonesian
IE|Ireland|Irish
IL|Israel|Israeli
IM|Isle of Man|Manx
IN|India|Indian
IO|British Indian Ocean Territory|
IQ|Iraq|Iraqi
IR|Iran|Iranian
IS|Iceland|Icelandic
IT|Italy|Italian
JE|Jersey|
JM|Jamaica|Jamaican
JO|Jordan|Jordanian
JP|Japan|Japanese
KE|Kenya|Kenyan
KG|Kyrgyzstan|Kyrgyz
KH|Cambodia|Cambodian
KI|Kiribati|
KM|Comoros|Comorian
KN|Saint Kitts and Nevis|Kittitian
KP|North Korea,Democratic People's Republic of Korea|North Korean
KR|South Korea,Korea,Republic of Korea|South Korean,Korean
KW|Kuwait|Kuwaiti
KY|Cayman Islands|Caymanian
KZ|Kazakhstan|Kazakh,Kazakhstani
LA|Laos|Lao,Laotian
LB|Lebanon|Lebanese
LC|Saint Lucia|Saint Lucian
LI|Liechtenstein|
LK|Sri Lanka|Sri Lankan
LR|Liberia|Liberian
LS|Lesotho|
LT|Lithuania|Lithuanian
LU|Luxembourg|
LV|Latvia|Latvian
LY|Libya|Libyan
MA|Morocco|Moroccan
MC|Monaco|Monégasque
MD|Moldova|Moldovan
ME|Montenegro|Montenegrin
MF|Saint Martin|
MG|Madagascar|Malagasy
MH|Marshall Islands|Marshallese
MK|North Macedonia,Macedonia|Macedonian
ML|Mali|Malian
MM|Myanmar,Burma|Burmese
MN|Mongolia|Mongolian
MO|Macao,Macau|Macanese
MP|Northern Mariana Islands|
MQ|Martinique|
MR|Mauritania|Mauritanian
MS|Montserrat|
MT|Malta|Maltese
MU|Mauritius|Mauritian
MV|Maldives|Maldivian
MW|Malawi|Malawian
MX|Mexico|Mexican
MY|Malaysia|Malaysian
MZ|Mozambique|Mozambican
NA|Namibia|Namibian
NC|New Caledonia|
NE|Niger|Nigerien
NF|Norfolk Island|
NG|Nigeria|Nigerian
NI|Nicaragua|Nicaraguan
NL|Netherlands|Dutch
NO|Norway|Norwegian
NP|Nepal|Nepali,Nepalese
NR|Nauru|Nauruan
NU|Niue|
NZ|New Zealand|
OM|Oman|Omani
PA|Panama|Panamanian
PE|Peru|Peruvian
PF|French Polynesia|
PG|Papua New Guinea|Papua New Guinean
PH|Philippines|Philippine,Filipino
PK|Pakistan|Pakistani
PL|Poland|Polish
PM|Saint Pierre and Miquelon|
PN|Pitcairn|
PR|Puerto Rico|Puerto Rican
PS|Palestine|Palestinian
PT|Portugal|Portuguese
PW|Palau|Palauan
PY|Paraguay|Paraguayan
QA|Qatar|Qatari
RE|Réunion|
RO|Romania|Romanian
RS|Serbia|Serbian
RU|Russia,Russian Federation|Russian
RW|Rwanda|Rwandan
SA|Saudi Arabia|Saudi,Saudi Arabian
SB|Solomon Islands|
SC|Seychelles|Seychellois
SD|Sudan|Sudanese
SE|Sweden|Swedish
SG|Singapore|Singaporean
SH|Saint Helena|
SI|Slovenia|Slovenian
SJ|Svalbard and Jan Mayen|
SK|Slovakia|Slovak
SL|Sierra Leone|Sierra Leonean
SM|San Marino|
SN|Senegal|Senegalese
SO|Somalia|Somali
SR|Suriname|Surinamese
SS|South Sudan|South Sudanese
ST|São Tomé and Príncipe|
SV|El Salvador|Salvadoran
SX|Sint Maarten|
SY|Syria|Syrian
SZ|Eswatini,Swaziland|
TC|Turks and Caicos Islands|
TD|Chad|Chadian
TF|French Southern Territories|
TG|Togo|Togolese
TH|Thailand|Thai
TJ|Tajikistan|Tajik
TK|Tokelau|
TL|Timor-Leste,East Timor|Timorese
TM|Turkmenistan|Turkmen
TN|Tunisia|Tunisian
TO|Tonga|Tongan
TR|Türkiye,Turkey|Turkish
TT|Trinidad and Tobago|Trinidadian
TV|Tuvalu|Tuvaluan
TW|Taiwan|Taiwanese
TZ|Tanzania|Tanzanian
UA|Ukraine|Ukrainian
UG|Uganda|Ugandan
UM|United States Minor Outlying Islands|
US|United States,United States of America,US,U.S.,USA,U.S.A.,America|American
UY|Uruguay|Uruguayan
UZ|Uzbekistan|Uzbek
VA|Vatican City,Holy See|Vatican
VC|Saint Vincent and the Grenadines|Vincentian
VE|Venezuela|Venezuelan
VG|British Virgin Islands|
VI|US Virgin Islands|
VN|Vietnam,Viet Nam|Vietnamese
VU|Vanuatu|
WF|Wallis and Futuna|
WORLD|World|
WS|Samoa|Samoan
YE|Yemen|Yemeni
YT|Mayotte|
ZA|South Africa|South African
ZM|Zambia|Zambian
ZW|Zimbabwe|Zimbabwean
"""

NAMES: dict[str, tuple[str, ...]] = {}
"""Code to its nouns, display name first."""

ADJECTIVES: dict[str, tuple[str, ...]] = {}
"""Code to its adjectives and demonyms; empty where English has none in use."""

for _line in _TABLE.splitlines():
    _code, _nouns, _adjectives = _line.split("|")
    NAMES[_code] = tuple(_nouns.split(","))
    ADJECTIVES[_code] = tuple(_adjectives.split(",")) if _adjectives else ()

JAPANESE: dict[str, tuple[str, ...]] = {
    "AT": ("オーストリア",),
    "AU": ("オーストラリア", "豪州"),
    "BE": ("ベルギー",),
    "BR": ("ブラジル",),
    "CA": ("カナダ",),
    "CH": ("スイス",),
    "CN": ("中国",),
    "DE": ("ドイツ",),
    "DK": ("デンマーク",),
    "ES": ("スペイン",),
    "EU": ("欧州連合",),
    "FI": ("フィンランド",),
    "FR": ("フランス",),
    "GB": ("英国", "イギリス"),
    "HK": ("香港",),
    "ID": ("インドネシア",),
    "IE": ("アイルランド",),
    "IL": ("イスラエル",),
    "IN": ("インド",),
    "IS": ("アイスランド",),
    "IT": ("イタリア",),
    "JP": ("日本",),
    "KP": ("北朝鮮",),
    "KR": ("韓国",),
    "MY": ("マレーシア",),
    "NL": ("オランダ",),
    "NO": ("ノルウェー",),
    "NZ": ("ニュージーランド",),
    "PH": ("フィリピン",),
    "PL": ("ポーランド",),
    "RU": ("ロシア",),
    "SA": ("サウジアラビア",),
    "SE": ("スウェーデン",),
    "SG": ("シンガポール",),
    "TH": ("タイ",),
    "TR": ("トルコ",),
    "TW": ("台湾",),
    "UA": ("ウクライナ",),
    "US": ("米国", "アメリカ"),
    "VN": ("ベトナム",),
    "ZA": ("南アフリカ",),
}
"""Code to its names in Japanese, of the countries that trade news speak of."""
