// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The grammar of Assize, in the reading order of a framework file. No actions and no predicates.
//
// An alternative that is one rule alone has no label: that rule's name is its name. All others are
// labelled, unless they differ in one token alone, which then has a name (`word`, `answer`). A rule named …Item, …Clause or declaration is where reading goes on after a mistake.
//
// Two things are read here and refused by the builder, since it can then say what is wrong: `and` beside
// `or` without brackets, and `if unknown` within a longer expression without brackets.

parser grammar AssizeParser;

options { tokenVocab = AssizeLexer; }

// ======== a file

/** A whole file: first what it uses, then what it declares. Example: `use "cld.assize"  measure … { … }` */
file : useLine* declaration* EOF ;

/** An expression alone, for `assize eval`. Example: `age(2000-02-29, on 2001-02-28)` */
loneExpression : expression EOF ;

/** Clauses alone, for fragments in documents. Example: `let late of event = start after period.end` */
loneClauses : measureItem* EOF ;

/** Example: `use "cld.assize"` */
useLine : USE location=TEXT ;

/** Example: `scenario option_b of ascof 2024-25 { … }` */
declaration : codeList | collection | measure | edition | scenario | test ;

/** What is said for readers. Example: `title "People who live at home"` */
doc : word=(TITLE | PURPOSE | SOURCE | NOTE) text ;

/** Texts one after another are one. Example: `"A long sentence " "in two lines."` */
text : TEXT+ ;

/** Example: `because "the return has ended"` */
because : BECAUSE text ;

/** A measure's code in an edition. Example: `2E(2a)`, `"B18a"` */
code : MEASURE_CODE # PlainCode
     | TEXT         # QuotedCode
     ;

/** Family, year and perhaps a stage. Example: `ascof 2023-24 draft` */
editionName : family=name year=YEAR stage=name? ;

/** A name: a word that is not reserved, one of the nouns below, or anything in backquotes. Example: `service_type`, `end`, `` `measure` `` */
name : ID         # PlainName
     | QUOTED     # QuotedName
     | noun=( END | PERSON | DAY | FIRST | LAST | NEXT | PERCENT | SCORE | ERROR | COUNCIL | COUNCILS | TOTALS
            | COUNT | COUNTS | ROW | LIST | ONE | STEP ) # NounName
     ;

/** Example: `admissions.aged_18_to_64.denominator` */
path : name (DOT member)* ;

/** What may follow a dot. Example: `end`, `population` */
member : name                                              # NamedMember
       | word=(POPULATION | DENOMINATOR | NUMERATOR | NUMBER) # WordMember
       ;

// ======== code lists

/** Example: `code list gender release 2 { | code | text | … }` */
codeList : CODE LIST name release? included? revisedRelease? codeListBody ;

/** Example: `release 2` */
release : RELEASE number=NUMERAL ;

/** Example: `includes service_type, event_outcome` */
included : INCLUDES name (COMMA name)* ;

/** Example: `revises release 2` */
revisedRelease : REVISES release ;

/** Example: `{ source "…"  | code | text | }` */
codeListBody : LBRACE codeListItem* RBRACE ;

/** Example: `| male | Male |` */
codeListItem : doc | tableRow | unmapped | retiredCode ;

/** One line of a table; the first is its heading. Example: `| code | text |` */
tableRow : TABLE_ROW ;

/** Example: `unmapped "Professional Support"` */
unmapped : UNMAPPED TEXT (COMMA TEXT)* ;

/** Example: `retire managed_budget into council_budget because "a new name"` */
retiredCode : RETIRE what=name (INTO into=name)? because ;

// ======== collections

/** Example: `collection cld { holds events, one event … }` */
collection : COLLECTION name collectionBody ;

/** Example: `{ unique record_id }` */
collectionBody : LBRACE collectionItem* RBRACE ;

/** Example: `lasts start to end` */
collectionItem : doc | holds | identify | listed | unique | lasts | ages | unlisted | symbols | standsFor | sample
               | field | let | step ;

/** Example: `holds events, one event` */
holds : HOLDS plural=name COMMA ONE singular=name ;

/** Example: `identify council by la_code as ons_code` */
identify : IDENTIFY what=name BY sum (AS column=name)? ;

/** Example: `listed in "councils.csv"` */
listed : LISTED IN TEXT ;

/** Example: `unique area, year`, `unique each row` */
unique : UNIQUE name (COMMA name)* # UniqueNames
       | UNIQUE EACH ROW           # UniqueEachRow
       ;

/** Example: `lasts start to end` */
lasts : LASTS first=sum TO final=sum ;

/** Example: `ages from birth in completed years by birthdays` */
ages : AGES FROM name reckoning ;

/** How an age is reckoned. Example: `in completed years of 365.25 days` */
reckoning : IN COMPLETED YEARS (OF sum | birthdays=BY BIRTHDAYS) ;

/** Example: `unlisted codes read as blank` */
unlisted : UNLISTED CODES READ AS BLANK   # UnlistedBlank
         | UNLISTED CODES REFUSE THE ROW  # UnlistedRefused
         ;

/** Example: `symbols "c", "[c]" read as withheld` */
symbols : SYMBOLS TEXT (COMMA TEXT)* READ AS symbolMeaning ;

/** Example: `not submitted` */
symbolMeaning : WITHHELD       # SymbolWithheld
              | NOT SUBMITTED  # SymbolNotSubmitted
              | NOT APPLICABLE # SymbolNotApplicable
              ;

/** How many one record counts for; a sum stands in brackets, since a name follows. Example: `stands for amount people` */
standsFor : STANDS FOR body name ;

/** Example: `sample by cassr, stratum out of ascs_eligible.people` */
sample : SAMPLE BY name (COMMA name)* OUT OF path ;

/** Example: `field born : date? column "Birth_Year", "Birth_Month" on day 1` */
field : FIELD name (COLON type)? columns? (ON DAY day=NUMERAL)? (BLANK IS blankMeaning)? ;

/** Example: `column "Birth_Year", "Birth_Month"` */
columns : COLUMN TEXT (COMMA TEXT)* ;

/** Example: `none` */
blankMeaning : word=(OPEN | NONE | UNKNOWN) # BlankWord
             | name                         # BlankCode
             ;

/** Example: `service_type or none?` */
type : typeName (OR (STILL OPEN | none=NONE))? maybe=QUESTION? ;

/** Example: `service_component release 2` */
typeName : name release?            # NamedType
         | word=(NUMBER | DECIMAL)  # NumberType
         | YES OR NO                # YesOrNoType
         ;

// ======== lets and cases

/** Example: `let late of event = start after period.end` */
let : LET name (OF owner=name)? (COLON type)? letBody ;

/** Example: `= start after period.end`, `by the first case that holds { … }` */
letBody : EQUALS expression                    # LetExpression
        | chooser? LBRACE choices RBRACE       # LetChoices
        ;

/** How a let chooses; only an amendment may leave it out. Example: `by the first row that fits, if unknown try next` */
chooser : BY THE FIRST (what=CASE THAT HOLDS | what=ROW THAT FITS) ifUnknownTry? ;

/** Example: `case died gives deceased when died before end  otherwise gives unknown` */
choices : caseItem+            # Cases
        | tableRow+ otherwise  # Rows
        ;

/** Example: `case died gives deceased when died on or before end` */
caseItem : CASE name GIVES expression (WHEN condition ifUnknownTry?)? placed? # NamedCase
         | otherwise                                                          # OtherwiseCase
         | drop                                                               # DroppedCase
         ;

/** Example: `otherwise gives unknown` */
otherwise : OTHERWISE GIVES expression ;

/** What an unknown does to a case. Example: `, if unknown try next` */
ifUnknownTry : COMMA IF UNKNOWN (answer=TRY NEXT | answer=STOP) ;

/** In amendments. Example: `drop next_service, own_outcome`, `drop "died before it began"` */
drop : DROP name (COMMA name)* # DropNames
     | DROP TEXT               # DropLabel
     ;

/** In amendments. Example: `placed before "under 18"`, `placed after outcome` */
placed : PLACED side=(BEFORE | AFTER) name # PlacedByName
       | PLACED side=(BEFORE | AFTER) TEXT # PlacedByLabel
       ;

// ======== episodes

/** Example: `episodes reablement from rows { join while start on or before the furthest end + 7 days }` */
episodes : EPISODES name (FROM expression)? episodesBody ;

/** Example: `{ stop before service_type is st_max }` */
episodesBody : LBRACE episodesItem* RBRACE ;

/** Example: `begin when start on or before request.end + 28 days` */
episodesItem : BEGIN WHEN condition  # BeginWhen
             | JOIN WHILE condition  # JoinWhile
             | STOP BEFORE condition # StopBefore
             | let                   # EpisodesLet
             ;

// ======== measures

/** Example: `measure settled_home as 2E { title "…" … }` */
measure : MEASURE name (AS code)? measureBody ;

/** Example: `{ from cld  population people … }` */
measureBody : LBRACE measureItem* RBRACE ;

/** Example: `part aged_18_to_64 as 2E(2a) { … }` */
measureItem : clause | part | evidence ;

/** What the measure is made from where its own records are not at hand. Example: `otherwise from open_data { numerator the amount of (sent) … }` */
evidence : OTHERWISE from evidenceBody ;

/** Example: `{ population their respondents where control is known }` */
evidenceBody : LBRACE evidenceItem* RBRACE ;

/** Example: `part aged_65_and_over { numerator … }` */
evidenceItem : clause | part ;

/** Example: `part aged_18_to_64 as 2E(2a) "18 to 64" { keep "18 to 64" when age(on end) in 18 to 64 }` */
part : PART name (AS code)? label=TEXT? partBody ;

/** Example: `{ numerator those where home in settled }` */
partBody : LBRACE partItem* RBRACE ;

/** Example: `show percent to 1 decimal, higher is better` */
partItem : clause ;

/** What a measure and a part may both hold. Example: `lag 3 months` */
clause : doc | kind | serves | follows | from | lag | parameter | flag | let | episodes | population | denominator
       | numerator | over | mean | median | result | breakdown | combine | show | step | placeholder ;

/** Example: `kind outcome` */
kind : KIND name ;

/** Example: `serves independence` */
serves : SERVES name ;

/** Example: `follows ld_settled of ascof 2023-24 because "from SALT to client-level data"` */
follows : FOLLOWS path OF editionName because? ;

/** Example: `from cld, hospital`, `from ascs, weighted` */
from : FROM name (COMMA name)* (COMMA weighting=(WEIGHTED | UNWEIGHTED))? ;

/** Example: `lag 3 months` */
lag : LAG sum ;

/** Example: `parameter gap = 7 days in 0 days to 31 days "events this close are one episode"` */
parameter : PARAMETER name EQUALS usual=sum (IN low=sum TO high=sum)? text? ;

/** Example: `flag blanks_count is no, to be decided by 2026-12-31 because "…"` */
flag : FLAG name IS answer=(YES | NO) COMMA TO BE DECIDED BY DATE because ;

/** Example: `population people where any support { … }`, `population stays = spells where … { … }` */
population : POPULATION (( defined=name EQUALS )? expression)? populationBody? ;

/** Example: `{ in every step, if unknown leave out  leave out "under 18" when age(on end) < 18 }` */
populationBody : LBRACE everyStep? step* RBRACE ;

/** Example: `in every step, if unknown leave out` */
everyStep : IN EVERY STEP ifUnknownKeep ;

/** Example: `leave out "under 18" when age(on end) < 18, if unknown keep` */
step : LEAVE OUT label=TEXT WHEN condition ifUnknownKeep? placed?       # LeaveOut
     | KEEP label=TEXT WHEN condition ifUnknownKeep? placed?            # Keep
     | KEEP ONE PER name (COMMA name)* label=TEXT WITH keys placed?     # KeepOnePer
     | drop                                                             # DroppedStep
     ;

/** What an unknown does in a step. Example: `, if unknown leave out` */
ifUnknownKeep : COMMA IF UNKNOWN (answer=KEEP | answer=LEAVE OUT | answer=STOP) ;

/** Example: `denominator those where sequel in counted` */
denominator : DENOMINATOR those ;

/** Example: `numerator those where home in settled, if unknown do not count`, `numerator total amount of rows` */
numerator : NUMERATOR those      # NumeratorThose
          | NUMERATOR expression # NumeratorQuantity
          ;

/** Example: `those where home in settled, if unknown do not count` */
those : THOSE WHERE condition ifUnknownCount? ;

/** What an unknown does to a count. Example: `, if unknown do not count` */
ifUnknownCount : COMMA IF UNKNOWN (answer=COUNT | answer=DO NOT COUNT | answer=STOP) ;

/** Example: `over all spells placed by residence` */
over : OVER expression (PLACED BY path)? ;

/** Example: `mean of total_score` */
mean : MEAN OF sum ;

/** Example: `median of end - start` */
median : MEDIAN OF sum ;

/** Example: `result the outcome of figures` */
result : RESULT expression ;

/** Example: `split by gender into male, female, rest in total only`, `tabulate by sequel and by sequel.step` */
breakdown : word=(SPLIT | TABULATE) BY dimension (AND BY dimension)* ;

/** Example: `age(on end) into 18 to 64, 65 and above, rest in total only` */
dimension : divided=sum bands?                 # ValueDimension
          | EACH body OF collectionSet bands? # EachDimension
          ;

/** Example: `into 18 to 64, 65 and above, rest left out` */
bands : INTO band (COMMA band)* (COMMA REST rest)? ;

/** Example: `65 and above "65 or older"` */
band : low=sum label=TEXT?             # SingleBand
     | low=sum TO high=sum label=TEXT? # RangeBand
     | low=sum AND ABOVE label=TEXT?   # OpenBand
     ;

/** Where everything else goes. Example: `in total only` */
rest : IN TOTAL ONLY # RestInTotalOnly
     | LEFT OUT      # RestLeftOut
     | AS TEXT       # RestLabelled
     ;

/** A place kept free: of this measure nothing can be computed yet. Example: `placeholder` */
placeholder : PLACEHOLDER ;

/** Example: `combine by mean of councils` */
combine : COMBINE BY MEAN OF COUNCILS ;

/** Example: `show percent to 2 then 1 decimals, higher is better` */
show : SHOW shownUnit decimals? (COMMA showOption)* ;

/** Example: `per 100_000` */
shownUnit : PERCENT                           # ShowPercent
          | PER number=NUMERAL                # ShowPer
          | SCORE LPAREN low=sum TO high=sum RPAREN # ShowScore
          | DAYS                              # ShowDays
          | NUMBER                            # ShowNumber
          ;

/** Example: `to 2 then 1 decimals` */
decimals : TO NUMERAL (THEN NUMERAL)* (DECIMAL | DECIMALS) ;

/** Example: `higher is better` */
showOption : HALF name              # HalfOption
           | ROUNDED name           # RoundedOption
           | name IS BETTER         # BetterOption
           | WITH MARGIN OF ERROR   # MarginOption
           | WITH name INTERVALS    # IntervalsOption
           ;

// ======== editions and scenarios

/** Example: `edition ascof 2024-25 revises ascof 2023-24 { … }` */
edition : EDITION editionName (REVISES revised=editionName)? editionBody ;

/** Example: `{ covers 2024-04-01 to 2025-03-31 }` */
editionBody : LBRACE editionItem* RBRACE ;

/** Example: `introduce settled_home` */
editionItem : doc | covers | codesRelease | areas | headings | parameter | flag | introduce | retire | redefine
            | renumber | reuse | revise | mark | disclosure ;

/** Example: `covers 2024-04-01 to 2025-03-31` */
covers : COVERS first=sum TO final=sum ;

/** Example: `codes cld release 2` */
codesRelease : CODES name release ;

/** Example: `areas from councils by region, council_type` */
areas : AREAS FROM areaList=name (BY name (COMMA name)*)? ;

/** Example: `replace domains with objectives { safety as 4 "Safety" }` */
headings : (REPLACE replaced=(DOMAINS | OBJECTIVES) WITH)? sort=(DOMAINS | OBJECTIVES) headingsBody ;

/** Example: `{ safety as 4 "Safety" }` */
headingsBody : LBRACE headingItem* RBRACE ;

/** Example: `safety as 4 "Safety"` */
headingItem : name AS number=NUMERAL text ;

/** Example: `introduce settled_home, admissions`, `introduce measure … { … }` */
introduce : INTRODUCE measure                  # IntroduceMeasure
          | INTRODUCE path (COMMA path)*       # IntroducePaths
          ;

/** Example: `retire sds_users because "the return has ended"` */
retire : RETIRE path (COMMA path)* because ;

/** The definition begun anew, from the text declared under that name. Example: `redefine settled_home because "another return"` */
redefine : REDEFINE path (COMMA path)* because ;

/** Example: `renumber control as 3A under empowerment` */
renumber : RENUMBER path AS code (UNDER heading=name)? ;

/** Example: `reuse 3A, 4B because "The framework was numbered anew."` */
reuse : REUSE code (COMMA code)* because ;

/** Example: `revise measure reablement_sequel because "…" { parameter gap = 1 days }` */
revise : REVISE MEASURE path because measureBody       # ReviseMeasure
       | REVISE COLLECTION name because collectionBody # ReviseCollection
       ;

/** Example: `mark scrqol as carried forward for "Derby" because "No survey return."` */
mark : MARK path (COMMA path)* AS status (FOR TEXT (COMMA TEXT)*)? because ;

/** Example: `experimental until 2026-09-30` */
status : NOT COLLECTED           # NotCollected
       | NOT COMPARABLE          # NotComparable
       | WITHHELD                # Withheld
       | LEFT OUT                # LeftOutOfTotals
       | VOLUNTARY               # Voluntary
       | CARRIED FORWARD         # CarriedForward
       | EXPERIMENTAL UNTIL DATE # Experimental
       ;

/** Example: `disclosure { suppress counts below 5 in councils }` */
disclosure : DISCLOSURE disclosureBody ;

/** Example: `{ round counts to 5 }` */
disclosureBody : LBRACE disclosureItem* RBRACE ;

/** Example: `round counts to 5 in totals` */
disclosureItem : SUPPRESS COUNTS BELOW number=NUMERAL (IN place=(COUNCILS | TOTALS))? # Suppress
               | ROUND COUNTS TO number=NUMERAL (IN place=(COUNCILS | TOTALS))?       # Round
               ;

/** Example: `scenario option_b of ascof 2024-25 { set reablement_sequel.sequel_window = 30 days }` */
scenario : SCENARIO name OF editionName scenarioBody ;

/** Example: `{ title "Option B" }` */
scenarioBody : LBRACE scenarioItem* RBRACE ;

/** Example: `set admissions.blanks_count = yes` */
scenarioItem : doc                      # ScenarioDoc
             | SET path EQUALS value    # ScenarioSet
             ;

// ======== tests

/** Example: `test "one person" of settled_home in ascof 2024-25 { given cld … expect … }` */
test : TEST title=TEXT OF path IN editionName testBody ;

/** Example: `{ covers 2024-04-01 to 2025-03-31 }` */
testBody : LBRACE testItem* RBRACE ;

/** Example: `given cld with la_code = "LA1"  | person | start | …` */
testItem : covers | given | expect ;

/** Example: `given people with born = 1940-01-01  | person | born | …` */
given : GIVEN what=name settings? tableRow+ ;

/** Example: `expect each reablement  | person | counted | …` */
expect : EXPECT (EACH each=name)? (IN editionName)? settings? tableRow+ ;

/** Example: `with la_code = "LA1", end = open` */
settings : WITH setting (COMMA setting)* ;

/** Example: `end = open` */
setting : name EQUALS value ;

// ======== expressions, loosest first

/** Example: `spells where discharged in period with latest discharged` */
expression : condition narrowing* ;

/** What makes a set smaller, or names it. Example: `where end in period`, `with latest end`, `as admission` */
narrowing : AS name         # NamedAs
          | WHERE condition # Where
          | WITH keys       # WithKeys
          ;

/** Example: `latest end then preferring outcome in usable then highest record_id` */
keys : key (THEN key)* ;

/** Example: `earliest born unknown last` */
key : pick=(LATEST | EARLIEST | HIGHEST | LOWEST) sum (UNKNOWN place=(FIRST | LAST))? # PickKey
    | BEST sum BY name                                                              # BestKey
    | PREFERRING condition                                                          # PreferringKey
    ;

/** Joined by `and` alone or by `or` alone; the builder refuses a mixture. Example: `home is known and end in period` */
condition : negation (joint negation)* ;

/** Example: `and` */
joint : word=(AND | OR) ;

/** Example: `not end in period` */
negation : NOT* comparison fallback? ;

/** Bare only where it ends a whole value; the builder refuses it elsewhere. Example: `if unknown not_mapped` */
fallback : IF UNKNOWN value ;

/** Example: `service_type in long_term` */
comparison : sum tail? ;

/** Example: `is not st_max`, `in 18 to 64`, `on or before period.end` */
tail : IS negative=NOT? KNOWN                                      # IsKnown
     | IS negative=NOT? sum                                        # IsValue
     | negative=NOT? IN range                                      # InRange
     | sign=(LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) sum            # Compares
     | moment sum                                                  # Moments
     | word=(OVERLAPS | INSIDE) range                              # Spans
     | WITHIN length=sum side=(AFTER | BEFORE | OF) day=sum        # WithinDays
     | STARTS WITH TEXT                                            # StartsWith
     ;

/** Example: `on or before` */
moment : BEFORE       # Before
       | AFTER        # After
       | ON OR BEFORE # OnOrBefore
       | ON OR AFTER  # OnOrAfter
       ;

/** Both ends included. Example: `18 to 64` */
range : low=sum (TO high=sum)? ;

/** Example: `end - start + 1 days` */
sum : product (addition product)* ;

/** Example: `+` */
addition : sign=(PLUS | MINUS) ;

/** Example: `score * 2` */
product : factor (multiplication factor)* ;

/** Example: `*` */
multiplication : sign=(STAR | SLASH) ;

/** Example: `-3` */
factor : MINUS* primary ;

/** Example: `latest known end of support` */
primary : plain              # PlainPrimary
        | call               # CallPrimary
        | list               # ListPrimary
        | own                # OwnPrimary
        | runningEnd         # RunningEndPrimary
        | quantifier         # QuantifierPrimary
        | numberOf           # NumberOfPrimary
        | extreme            # ExtremePrimary
        | best               # BestPrimary
        | theOnly            # ThePrimary
        ;

/** A plain value. Example: `7 days`, `2024-04-01`, `"LA1"`, `unknown`, `period.end` */
plain : number=NUMERAL unit=(DAYS | DAY | WEEKS | MONTHS | YEARS)? # NumberValue
      | DATE                                                       # DateValue
      | TEXT                                                       # TextValue
      | word=(YES | NO | UNKNOWN | OPEN | NONE)                    # WordValue
      | path                                                       # PathValue
      ;

/** After `if unknown`, `if they differ` and `=`: plain, or in brackets. Example: `not_mapped` */
value : plain                    # PlainAlone
      | LPAREN expression RPAREN # ValueInBrackets
      ;

/** Example: `age(born, on end, in completed years by birthdays)` */
call : name LPAREN argument (COMMA argument)* RPAREN ;

/** Example: `on period.end` */
argument : ON sum     # OnArgument
         | reckoning  # ReckoningArgument
         | expression # PlainArgument
         ;

/** Brackets; with a comma, a list. Example: `(nursing, residential)` */
list : LPAREN expression (COMMA expression)* RPAREN ;

/** The file's own records, or everybody's. Example: `their events in every council`, `all estimates` */
own : THEIR path (IN EVERY COUNCIL)? # Their
    | ALL path                       # All
    ;

/** Example: `the furthest end` */
runningEnd : THE which=(FURTHEST | PREVIOUS) END ;

/** Example: `any (their events where end in period)`, `no next_events` */
quantifier : word=(ANY | NO) collectionSet ;

/** Example: `number of different council of rows` */
numberOf : NUMBER OF collectionSet                     # NumberOfRecords
         | NUMBER OF DIFFERENT body OF collectionSet   # NumberOfDifferent
         ;

/** Example: `latest known end of support`, `earliest of (a, b)` */
extreme : pick=(LATEST | EARLIEST | HIGHEST | LOWEST | TOTAL) known=KNOWN? body OF collectionSet # ExtremeOfSet
        | pick=(LATEST | EARLIEST | HIGHEST | LOWEST | TOTAL) known=KNOWN? OF list              # ExtremeOfList
        ;

/** Example: `best known outcome of rows by rank`, `best of (a, b) by rank` */
best : BEST known=KNOWN? body OF collectionSet BY name # BestOfSet
     | BEST known=KNOWN? OF list BY name              # BestOfList
     ;

/** Example: `the home of support if they differ unknown` */
theOnly : THE body OF collectionSet (IF THEY DIFFER value)? ;

/** What is taken of each record. Example: `end`, `(end - start)` */
body : path                     # PathBody
     | LPAREN expression RPAREN # BodyInBrackets
     ;

/** A set after `any`, `of` and the like. Example: `rows`, `their events`, `(rows where end in period)` */
collectionSet : path                     # NamedSet
              | own                      # OwnSet
              | LPAREN expression RPAREN # SetInBrackets
              ;
