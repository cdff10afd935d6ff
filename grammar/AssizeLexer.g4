// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The words and signs of Assize. White space and comments go to the hidden channel, and every byte of a
// file is part of some token, so that the tokens one after another are the file.

lexer grammar AssizeLexer;

// ---- declarations

USE : 'use' ;
CODE : 'code' ;
LIST : 'list' ;
COLLECTION : 'collection' ;
MEASURE : 'measure' ;
EDITION : 'edition' ;
SCENARIO : 'scenario' ;
TEST : 'test' ;

// ---- words for readers

TITLE : 'title' ;
PURPOSE : 'purpose' ;
SOURCE : 'source' ;
NOTE : 'note' ;
BECAUSE : 'because' ;

// ---- code lists

RELEASE : 'release' ;
INCLUDES : 'includes' ;
REVISES : 'revises' ;
UNMAPPED : 'unmapped' ;
RETIRE : 'retire' ;
INTO : 'into' ;

// ---- collections

HOLDS : 'holds' ;
ONE : 'one' ;
IDENTIFY : 'identify' ;
LISTED : 'listed' ;
UNIQUE : 'unique' ;
EACH : 'each' ;
ROW : 'row' ;
LASTS : 'lasts' ;
AGES : 'ages' ;
COMPLETED : 'completed' ;
BIRTHDAYS : 'birthdays' ;
UNLISTED : 'unlisted' ;
CODES : 'codes' ;
READ : 'read' ;
BLANK : 'blank' ;
REFUSE : 'refuse' ;
SYMBOLS : 'symbols' ;
WITHHELD : 'withheld' ;
SUBMITTED : 'submitted' ;
APPLICABLE : 'applicable' ;
STANDS : 'stands' ;
SAMPLE : 'sample' ;
FIELD : 'field' ;
COLUMN : 'column' ;
DAY : 'day' ;
STILL : 'still' ;
DECIMAL : 'decimal' ;

// ---- lets, cases, episodes

LET : 'let' ;
CASE : 'case' ;
GIVES : 'gives' ;
WHEN : 'when' ;
OTHERWISE : 'otherwise' ;
THAT : 'that' ;
FITS : 'fits' ;
PLACED : 'placed' ;
DROP : 'drop' ;
TRY : 'try' ;
NEXT : 'next' ;
STOP : 'stop' ;
EPISODES : 'episodes' ;
BEGIN : 'begin' ;
JOIN : 'join' ;
WHILE : 'while' ;

// ---- measures

KIND : 'kind' ;
SERVES : 'serves' ;
FOLLOWS : 'follows' ;
FROM : 'from' ;
WEIGHTED : 'weighted' ;
UNWEIGHTED : 'unweighted' ;
LAG : 'lag' ;
PARAMETER : 'parameter' ;
FLAG : 'flag' ;
BE : 'be' ;
DECIDED : 'decided' ;
POPULATION : 'population' ;
LEAVE : 'leave' ;
OUT : 'out' ;
KEEP : 'keep' ;
PER : 'per' ;
STEP : 'step' ;
DENOMINATOR : 'denominator' ;
NUMERATOR : 'numerator' ;
THOSE : 'those' ;
DO : 'do' ;
COUNT : 'count' ;
OVER : 'over' ;
MEAN : 'mean' ;
MEDIAN : 'median' ;
RESULT : 'result' ;
SPLIT : 'split' ;
TABULATE : 'tabulate' ;
ABOVE : 'above' ;
REST : 'rest' ;
TOTAL : 'total' ;
ONLY : 'only' ;
LEFT : 'left' ;
COMBINE : 'combine' ;
PLACEHOLDER : 'placeholder' ;
COUNCIL : 'council' ;
COUNCILS : 'councils' ;
SHOW : 'show' ;
PERCENT : 'percent' ;
SCORE : 'score' ;
DECIMALS : 'decimals' ;
HALF : 'half' ;
ROUNDED : 'rounded' ;
BETTER : 'better' ;
MARGIN : 'margin' ;
ERROR : 'error' ;
INTERVALS : 'intervals' ;
PART : 'part' ;

// ---- editions and scenarios

COVERS : 'covers' ;
AREAS : 'areas' ;
REPLACE : 'replace' ;
DOMAINS : 'domains' ;
OBJECTIVES : 'objectives' ;
INTRODUCE : 'introduce' ;
RENUMBER : 'renumber' ;
UNDER : 'under' ;
REUSE : 'reuse' ;
REVISE : 'revise' ;
REDEFINE : 'redefine' ;
MARK : 'mark' ;
COLLECTED : 'collected' ;
COMPARABLE : 'comparable' ;
VOLUNTARY : 'voluntary' ;
CARRIED : 'carried' ;
FORWARD : 'forward' ;
EXPERIMENTAL : 'experimental' ;
UNTIL : 'until' ;
DISCLOSURE : 'disclosure' ;
SUPPRESS : 'suppress' ;
COUNTS : 'counts' ;
BELOW : 'below' ;
ROUND : 'round' ;
TOTALS : 'totals' ;
SET : 'set' ;

// ---- tests

GIVEN : 'given' ;
EXPECT : 'expect' ;

// ---- expressions

IF : 'if' ;
THEY : 'they' ;
DIFFER : 'differ' ;
AS : 'as' ;
WHERE : 'where' ;
WITH : 'with' ;
THEN : 'then' ;
PREFERRING : 'preferring' ;
LATEST : 'latest' ;
EARLIEST : 'earliest' ;
HIGHEST : 'highest' ;
LOWEST : 'lowest' ;
BEST : 'best' ;
THE : 'the' ;
FURTHEST : 'furthest' ;
PREVIOUS : 'previous' ;
NUMBER : 'number' ;
DIFFERENT : 'different' ;
ANY : 'any' ;
THEIR : 'their' ;
ALL : 'all' ;
EVERY : 'every' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
IS : 'is' ;
IN : 'in' ;
ON : 'on' ;
OF : 'of' ;
TO : 'to' ;
BY : 'by' ;
FOR : 'for' ;
BEFORE : 'before' ;
AFTER : 'after' ;
WITHIN : 'within' ;
OVERLAPS : 'overlaps' ;
INSIDE : 'inside' ;
STARTS : 'starts' ;
KNOWN : 'known' ;
UNKNOWN : 'unknown' ;
OPEN : 'open' ;
NONE : 'none' ;
YES : 'yes' ;
NO : 'no' ;
FIRST : 'first' ;
LAST : 'last' ;
DAYS : 'days' ;
WEEKS : 'weeks' ;
MONTHS : 'months' ;
YEARS : 'years' ;
END : 'end' ;
PERSON : 'person' ;


// ---- signs

LBRACE : '{' ;
RBRACE : '}' ;
LPAREN : '(' ;
RPAREN : ')' ;
COMMA : ',' ;
COLON : ':' ;
DOT : '.' ;
QUESTION : '?' ;
EQUALS : '=' ;
LESS_EQUAL : '<=' ;
GREATER_EQUAL : '>=' ;
LESS : '<' ;
GREATER : '>' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;

// ---- values

// 2024-04-01
DATE : D D D D '-' D D '-' D D ;
// 2024-25
YEAR : D D D D '-' D D ;
// 2A, 1C(1A), 2E(2a)
MEASURE_CODE : D+ [A-Z] ( '(' [0-9A-Za-z]+ ')' )? ;
// 7, 100_000, 365.25
NUMERAL : D ( D | '_' )* ( '.' D+ )? ;
// "Handbook of definitions"
TEXT : '"' ~["\r\n]* '"' ;
// "no quote at the end of the line; the parser is given it as TEXT, after the error is reported
OPEN_TEXT : '"' ~["\r\n]* ;
// `measure`
QUOTED : '`' ~[`\r\n]+ '`' ;
// service_type
ID : [A-Za-z_] [A-Za-z_0-9]* ;
// | code | text |
TABLE_ROW : '|' ~[\r\n]* ;

// ---- what the parser does not see

// // a comment
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
// The no-break space comes with text copied from elsewhere and cannot be seen.
SPACE : [ \t\r\n\f\u00A0]+ -> channel(HIDDEN) ;

// ---- anything else, so that nothing is lost

OTHER : . ;

fragment D : [0-9] ;
