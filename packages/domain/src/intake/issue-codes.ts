export type IssueSeverity = "error" | "warning" | "info";

type IssueRule = {
  /** Where it appears: the whole file is refused or remarked, a column needs a choice, or one row is concerned. */
  readonly on: "file" | "column" | "row";
  /** On a file an error refuses everything; on a row it quarantines that row alone. */
  readonly severity: IssueSeverity;
  /** Keys that may appear in `details`. Never a digit of an identity number. */
  readonly details: readonly string[];
  /** What a person does about it; the language files say it to them. */
  readonly repair: string;
};

const error = "error";
const warning = "warning";
const info = "info";

/**
 * Every code the import pipeline can give, files and rows alike. Closed: a code that is not here cannot be produced,
 * and the language files carry one sentence for each.
 */
export const issueRules = {
  "E-TYPE": { on: "file", severity: error, details: ["real", "claimed"], repair: "Save as .xlsx or .csv in the program that made it, then upload again." },
  "E-SIZE": { on: "file", severity: error, details: ["bytes", "limit"], repair: "Remove pictures, or split the file." },
  "E-EMPTY": { on: "file", severity: error, details: ["what"], repair: "Fill the list, or choose the file or sheet that holds it." },
  "E-ENCRYPTED": { on: "file", severity: error, details: [], repair: "Save again without a password." },
  "E-TRUNC": { on: "file", severity: error, details: [], repair: "The upload or the copy broke off: send the original file again." },
  "E-CORRUPT": { on: "file", severity: error, details: ["part"], repair: "Open it in a spreadsheet program and save it under a new name." },
  "E-ZIP-RATIO": { on: "file", severity: error, details: ["part", "ratio", "limit"], repair: "Copy the list into a new workbook." },
  "E-ZIP-LIES": { on: "file", severity: error, details: ["part"], repair: "Do not trust this file; ask the sender for the original." },
  "E-ZIP-ENTRIES": { on: "file", severity: error, details: ["entries", "limit"], repair: "Copy the list into a new workbook." },
  "E-ZIP-NESTED": { on: "file", severity: error, details: ["part"], repair: "Take the list out of the archive and upload it alone." },
  "E-ZIP-PATH": { on: "file", severity: error, details: [], repair: "Do not trust this file; ask the sender for the original." },
  "E-UNPACKED": { on: "file", severity: error, details: ["bytes", "limit"], repair: "Split the list, or save it as .csv." },
  "E-ACTIVE": { on: "file", severity: error, details: ["part"], repair: "Copy the values into a new workbook without links to other files, objects or macros." },
  "E-XML-DTD": { on: "file", severity: error, details: ["part"], repair: "Do not trust this file; ask the sender for the original." },
  "E-BINARY": { on: "file", severity: error, details: [], repair: "This is not text: save the list as .xlsx or .csv." },
  "E-LINE": { on: "file", severity: error, details: ["line", "limit"], repair: "Save as .csv again, one person on each line." },
  "E-CELL-SIZE": { on: "file", severity: error, details: ["row", "column", "limit"], repair: "Shorten the text in this cell: no spreadsheet program writes so much." },
  "E-ROWS": { on: "file", severity: error, details: ["limit", "sheet"], repair: "Delete empty rows below the list, or split the list." },
  "E-COLUMNS": { on: "file", severity: error, details: ["columns", "limit", "sheet"], repair: "Keep only the columns of the list." },
  "E-SHEETS": { on: "file", severity: error, details: ["sheets", "limit"], repair: "Keep only the sheets that hold a list, or upload them one by one." },
  "E-LIMIT": { on: "file", severity: error, details: ["limit"], repair: "The file takes too much memory or time to read: save it as .csv or split it." },
  "E-COUNT": { on: "file", severity: error, details: ["sheet", "read", "counted"], repair: "Two counts of the rows differ: save the file again and report it to the help desk." },
  "E-DAMAGED": { on: "file", severity: error, details: [], repair: "The stored original is not what was sent: send the same file again." },
  "E-READER": { on: "file", severity: error, details: ["times"], repair: "Reading it failed again and again: send the same file again, or report this import code." },
  "E-HEADER": { on: "file", severity: error, details: ["candidates"], repair: "Point at the row that carries words such as NIK and Nama." },
  "E-COLUMN-MISSING": { on: "file", severity: error, details: ["anyOf"], repair: "Say which column holds this, or add it." },
  "E-COLUMN-TWICE": { on: "column", severity: error, details: ["columns", "field"], repair: "Choose which of the columns is meant." },
  "E-SHEET": { on: "column", severity: error, details: ["sheets"], repair: "Several sheets hold lists: choose those that are to be read." },
  "E-LOCALE": { on: "column", severity: error, details: ["field"], repair: "The column mixes 1,000 and 1.000: write all amounts in one way." },
  "E-TOTAL": { on: "file", severity: error, details: ["stated", "computed"], repair: "The total in the file is not the sum of its rows: correct one of them." },
  "E-SCOPE-ALL": { on: "file", severity: error, details: ["foreign", "rows"], repair: "More than half the rows belong to another village: choose the right file or village." },
  "W-ENC": { on: "file", severity: warning, details: ["encoding", "sample"], repair: "Check the sample: are accented letters right?" },
  "W-SPARSE": { on: "file", severity: warning, details: ["sheet", "column", "row"], repair: "Cells stand far away from the list; they were read, check that they belong to it." },
  "W-SHEETS": { on: "file", severity: warning, details: ["sheets", "left"], repair: "Several sheets hold lists: those with the same columns were read together, hidden ones were left out. Check that none is an old list." },
  "W-HIDDEN": { on: "file", severity: warning, details: ["sheet", "rows"], repair: "Hidden rows were read too: check that they belong to the list." },
  "W-NUM-CUT": { on: "file", severity: warning, details: ["field", "rows"], repair: "Every number in the column ends in 0: a spreadsheet kept 15 digits. Take the numbers from the source again, as text." },
  "W-SWAPPED": { on: "file", severity: warning, details: ["fields", "rows"], repair: "Two columns seem to stand under each other's header: exchange the headers and upload again." },
  "W-SEX-WORDS": { on: "file", severity: warning, details: ["words", "rows"], repair: "The column writes sexes in a way of its own; check how they were read." },
  "W-DATE-ORDER": { on: "file", severity: warning, details: ["field", "rows"], repair: "The column writes month before day, in whole or in part; check the dates." },
  "W-NO-DECILE": { on: "file", severity: warning, details: [], repair: "The list has no column of deciles: people are recognised, their welfare stays unknown." },

  "E-TABLE": { on: "row", severity: error, details: [], repair: "The row stands below a second header that is not understood: put all rows under the columns of the first table." },
  "E-CSV": { on: "row", severity: error, details: ["fields", "expected"], repair: "A quotation mark is not closed or the line has too many fields: repair the line." },
  "E-NUM": { on: "row", severity: error, details: ["field", "reason"], repair: "The number is stored as a number and may have lost digits: read it from the card and format the column as text." },
  "E-FORMULA": { on: "row", severity: error, details: ["field"], repair: "Replace the formula by its value." },
  "E-CELL": { on: "row", severity: error, details: ["field", "value"], repair: "The cell shows an error of the spreadsheet: write the value." },
  "E-LEN": { on: "row", severity: error, details: ["field", "length", "limit"], repair: "Shorten the text." },
  "E-NAME": { on: "row", severity: error, details: ["reason"], repair: "Write the name as on the card." },
  "E-IDENT": { on: "row", severity: error, details: ["missing"], repair: "Without a NIK, give birth date or family card, so that the person can be told from others." },
  "E-NIK-LEN": { on: "row", severity: error, details: ["digits", "letters", "filler"], repair: "A NIK has 16 digits: read it from the card." },
  "E-NIK-DATE": { on: "row", severity: error, details: ["reason"], repair: "The NIK holds no possible birth date or serial: read it from the card." },
  "E-NIK-SYNTHETIC": { on: "row", severity: error, details: [], repair: "This is a number for demonstrations: read the real one from the card." },
  "E-NIK-REGION": { on: "row", severity: error, details: ["reason"], repair: "The NIK begins with no province or kecamatan that exists, as temporary numbers do: read it from the card." },
  "E-SWAPPED": { on: "row", severity: error, details: ["fields"], repair: "NIK and family card number stand in each other's place: exchange them." },
  "E-NIK-REAL": { on: "row", severity: error, details: [], repair: "This installation is for demonstrations and takes no real people: use synthetic numbers." },
  "E-KK": { on: "row", severity: error, details: ["reason"], repair: "The family card number is not possible: read it from the card." },
  "E-NIP": { on: "row", severity: error, details: ["digits", "reason"], repair: "A NIP has 18 digits: copy it from the personnel system." },
  "E-KPJ": { on: "row", severity: error, details: ["digits"], repair: "A member number has 11 digits: copy it from the member list." },
  "E-DATE": { on: "row", severity: error, details: ["field", "reason"], repair: "Write the date as day/month/year." },
  "E-DATE-FUTURE": { on: "row", severity: error, details: ["field"], repair: "The date has not come yet: write the right one." },
  "E-SEX": { on: "row", severity: error, details: ["value"], repair: "Write L or P." },
  "E-AMOUNT": { on: "row", severity: error, details: ["field", "reason"], repair: "Write whole rupiah, such as 16.800." },
  "E-MONTH": { on: "row", severity: error, details: ["field", "months"], repair: "Write the month, such as Juli 2026 or 2026-07." },
  "E-DECILE": { on: "row", severity: error, details: ["value"], repair: "A decile is a whole number from 1 to 10." },
  "E-WORD": { on: "row", severity: error, details: ["field", "value", "word", "suggests"], repair: "The word is not one we know here: choose its meaning." },
  "E-MISSING": { on: "row", severity: error, details: ["field"], repair: "Fill in what is required." },
  "E-VILLAGE": { on: "row", severity: error, details: ["candidates"], repair: "Choose the village that is meant." },
  "E-SCOPE": { on: "row", severity: error, details: ["village"], repair: "The row belongs to another village: send it to its operator." },
  "E-AGE": { on: "row", severity: error, details: ["age", "from", "below"], repair: "The age is outside the programme: check the birth date." },
  "E-DEAD": { on: "row", severity: error, details: ["field"], repair: "The list says the person has died: report the death, do not enrol." },
  "E-MOVED": { on: "row", severity: error, details: ["field"], repair: "The list says the person has moved away: report the move, do not enrol." },
  "E-DUP-FILE": { on: "row", severity: error, details: ["rows", "differs"], repair: "The same number stands on several rows that differ: keep the right one." },

  "W-NIK-MISMATCH": { on: "row", severity: warning, details: ["differs"], repair: "Birth date or sex differ from the NIK; this can be right: compare with the card." },
  "W-NIK-ABSENT": { on: "row", severity: warning, details: ["declared"], repair: "The person comes in without a NIK: ask for the card at the next visit." },
  "W-KK": { on: "row", severity: warning, details: ["reason"], repair: "The family card number was left out because it is not usable: read it from the card." },
  "W-KK-SIZE": { on: "row", severity: warning, details: ["people"], repair: "Very many people carry this family card number: check for copying down." },
  "W-DATE": { on: "row", severity: warning, details: ["field", "reason", "reading"], repair: "The date can be read in two ways: confirm it." },
  "W-DEAD": { on: "row", severity: warning, details: ["field"], repair: "Somebody's death is spoken of: check that it is not this person's." },
  "W-DECILE": { on: "row", severity: warning, details: ["reason", "value"], repair: "The file gives no single decile: nothing to do, or ask the social office." },
  "W-AMOUNT": { on: "row", severity: warning, details: ["field", "reason"], repair: "The amount is no single sum of rupiah a month: check it, or leave it out." },
  "W-CELL": { on: "row", severity: warning, details: ["field", "value"], repair: "The cell shows an error of the spreadsheet and was left out: write the value." },
  "W-PHONE": { on: "row", severity: warning, details: ["reason"], repair: "The phone number was left out because it is not usable: ask for it again." },
  "W-FORMULA": { on: "row", severity: warning, details: ["field"], repair: "The value comes from a formula: check it." },
  "W-NUM": { on: "row", severity: warning, details: ["field"], repair: "The number is stored as a number, so a leading zero may be lost: check it." },
  "W-VILLAGE": { on: "row", severity: warning, details: ["by"], repair: "The village was recognised by another spelling: check it." },
  "W-WORK": { on: "row", severity: warning, details: ["field", "value", "word", "suggests"], repair: "The work is kept as written, and counts for nothing until somebody says what it is." },
  "W-WORD": { on: "row", severity: warning, details: ["field", "value", "word", "suggests"], repair: "The word is not known here and was left out." },
  "W-EXTRA": { on: "row", severity: warning, details: ["columns"], repair: "Text stands beside the columns of the list and is not used." },
  "I-CLEAN": { on: "row", severity: info, details: ["field"], repair: "Nothing to do: spaces, dots or invisible signs were removed." },
  "I-REGION": { on: "row", severity: info, details: [], repair: "Nothing to do: the NIK was first issued elsewhere." },
  "I-HIDDEN": { on: "row", severity: info, details: [], repair: "Nothing to do: the row is hidden in the file and was read." },
} as const satisfies Record<string, IssueRule>; // oxfmt-ignore

export type IssueCode = keyof typeof issueRules;

/** The codes with which a whole file can be refused before any row is looked at. */
export type FileRefusalCode = {
  [C in IssueCode]: (typeof issueRules)[C] extends { on: "file"; severity: "error" } ? C : never;
}[IssueCode];

export type IssueDetails = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;

/** One remark about a row. `column` counts from 1 and is null when the row as a whole is meant. */
export type RowIssue = {
  readonly column: number | null;
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly details: IssueDetails;
};

export function rowIssue(code: IssueCode, column: number | null, details: IssueDetails = {}): RowIssue {
  return { column, code, severity: issueRules[code].severity, details };
}
