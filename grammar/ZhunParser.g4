// Syntax of Zhun. Every decision is settled by the next token, whatever the context (strong LL(1)), so a file has at
// most one tree; tests/syntax computes this from ANTLR's own tables. What makes it so: each clause opens with a word of
// its own that no expression can contain; 、 follows a value only in lists, citations and roles; headers come first;
// brackets are never calls except after 任一 and 每一; 若 demands 否则.
// Which clause suits which kind, and how often, is checked later: better messages, no bigger parser.
parser grammar ZhunParser;
options { tokenVocab = ZhunLexer; }

file : declaration* EOF ;
declaration
  : Import Text                                                       # importDeclaration
  | policy                                                            # policyDeclaration
  | define                                                            # defineDeclaration
  | test                                                              # testDeclaration
  ;

policy : Policy Name Word? LeftBrace header* member* RightBrace ;
header
  : Version Text                                                      # versionHeader
  | Issuer Text                                                       # issuerHeader
  | Effective Date ( To Date )?                                       # effectiveHeader
  | Entry Text Text                                                   # entryHeader
  | Applies When expr                                                 # appliesHeader
  | Stage Word                                                        # stageHeader
  | Basis cites                                                       # basisHeader
  ;
member : reading | define | finding | norm | except | unformalised | waiver | test ;

reading : Reading Word Is ( Word | Number | Quantity ) ( Basis cites )? ;
define  : Define ( Name | Path ) Is expr ;
finding : Finding Name Word? LeftBrace By Word Ask text Basis cites RightBrace ;
unformalised : Unformalised cites text ;
waiver  : Waive Word Because text To Date ;

norm : PerItem? kind ( Name | Path ) code? LeftBrace ( clause | except )* RightBrace ;
kind : Require | Prohibit | Paper | Element | Duty | Power ;
code : Word | Basis | Duty | Entry ;        // JSON keys of the contract that are keywords too
clause
  : Stage Word                                                        # stageClause
  | When expr                                                         # whenClause
  | Must expr                                                         # mustClause
  | Outcome Word                                                      # outcomeClause
  | Basis cites                                                       # basisClause
  | Because ( text | Path )                                           # becauseClause
  | Sanction cites                                                    # sanctionClause
  | Bearer Word ( Separator Word )*                                   # bearerClause
  | ( Shall | ShallNot | May ) text                                   # modalClause
  | From Word On Order expr                                           # fromClause
  | MetBy Word ( And expr )?                                          # metByClause
  | Extend Order Quantity Upon Word ( Separator Word )*               # extendClause
  ;
except : Except Name Word? ( Of Name )? LeftBrace ( exceptClause | except )* RightBrace ;
exceptClause : When expr | Basis cites ;

test : Test Name LeftBrace Text+ given* Expect Word ( Separator Word )* expectation* RightBrace ;
given
  : At Date                                                           # atGiven
  | Set Path Is list                                                  # setGiven
  | Lack Path                                                         # lackGiven
  | DeclareNone Path                                                  # noneGiven
  | Pending Path Text                                                 # pendingGiven
  ;
expectation
  : Basis cites                                                       # basisExpectation
  | Because Name ( Separator Name )*                                  # reasonExpectation
  | Lack lacked ( Separator lacked )*                                 # lackExpectation
  | Complete                                                          # completeExpectation
  | Duty due ( Separator due )*                                       # dutyExpectation
  | Finding Name ( Separator Name )*                                  # findingExpectation
  | NoFinding                                                         # noFindingExpectation
  | Power Name ( Separator Name )*                                    # powerExpectation
  | NoBreach                                                          # noBreachExpectation
  | PerItem Text ( Separator Text )*                                  # itemExpectation
  ;
lacked : If? ( Path | Paper Text ) ;
due : Name ( To Date )? ;

expr
  : If expr Then expr Else expr                                       # choice
  | judge ( ( And | Or ) judge )*                                     # junction    // mixing is refused by a later check
  ;
judge
  : Not judge                                                         # negation
  | sum ( ( Order | Is ) sum | SetWord list | Emptiness )?            # comparison  // does not chain
  ;
list : sum ( Separator sum )* ;
sum : atom ( ( Plus | Minus ) atom )* ;
atom
  : ( AnyOf | EveryOf ) ( Path | Word ) LeftParen expr RightParen     # quantified
  | LeftParen expr RightParen                                         # bracketed
  | ( Number | Quantity | Date | Text | Name | Path | Word | It )     # plain
  | Instrument Locator?                                               # provision
  ;

text  : Text ( Slash Text )? ;
cites : cite ( Separator cite )* ;
cite  : ( Instrument Locator? | Locator | Catalogue CatalogueItem | Path ) ( Quoting Text )? ;
