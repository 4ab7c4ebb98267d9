// Lexemes of Zhun. This grammar defines them; the lexer that runs is compiler/syntax/lexer.cpp, held equal by a test.
// Text is in NFC and its full-width forms of ASCII are folded outside texts, names, instruments and comments.
// Longest match; keywords stand before WORD and win only as whole words; nothing is a keyword behind a dot.
lexer grammar ZhunLexer;

// The rules of the keywords and marks are put in here from keywords.tsv when the build is configured.
// @keywords@

Locator: POSITION ('至' (POSITION | TAIL))?;
CatalogueItem: '第' [0-9]+ '项';
Instrument: '《' ~[》\r\n]+ '》' ('(' ~[）)\r\n]+ [）)] | '（' ~[）)\r\n]+ [）)])?;
Date
  : [0-9]+ '年' [0-9]+ '月' [0-9]+ '日'
  | [0-9][0-9][0-9][0-9] '-' [0-9][0-9] '-' [0-9][0-9]
  ;
Quantity: [0-9]+ ' '* UNIT;
Number: [0-9]+;
Name: '「' ~[「」\r\n]+ '」';
Text: '"' ~["\r\n]* '"' | CURLY;
Path: SEGMENT ('.' SEGMENT)+;
Word: SEGMENT;

BLANK: [ \t\r\n]+ -> skip;
LINE_COMMENT: '//' ~[\r\n]* -> skip;
BLOCK_COMMENT: '/*' .*? '*/' -> skip;

fragment SEGMENT: [\p{L}_] [\p{L}\p{N}_]*;
fragment CURLY: '“' (~[“”\r\n] | CURLY)* '”';
fragment NUMERAL: [零〇一二两三四五六七八九十百千]+;
fragment POSITION
  : '第' NUMERAL '条' ('之' NUMERAL)? ('第' NUMERAL '款')? ('第' [（(] NUMERAL [）)] '项')? ('第' [0-9]+ '目')?
  ;
// The end of a range without what it shares with the beginning.
fragment TAIL
  : '第' NUMERAL '款' ('第' [（(] NUMERAL [）)] '项')? ('第' [0-9]+ '目')?
  | '第' [（(] NUMERAL [）)] '项' ('第' [0-9]+ '目')?
  | '第' [0-9]+ '目'
  ;
// Names of units: the table stdlib/vocabulary/units.tsv gives them meaning; a test holds both lists equal.
fragment UNIT
  : '日' | '个工作日' | '个月' | '年' | '周岁' | '元' | '万元' | '次' | '条' | '人' | '%'
  | 'day' 's'? | 'working_day' 's'? | 'month' 's'? | 'year' 's'? | 'year' 's'? '_old' | 'yuan' | 'ten_thousand_yuan'
  | 'time' 's'? | 'record' 's'? | 'person' 's'? | 'percent'
  ;
