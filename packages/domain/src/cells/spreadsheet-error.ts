/**
 * What spreadsheets write where a formula failed, in English, in the languages their users run them in (#NILAI!, #NAMA?,
 * #WERT!), and as LibreOffice does (Err:502). A csv has it as plain text, a workbook as a formula's stored result.
 */
const WHOLE =
  /^#(N\/?A|N\/D|NV|T\/A|GETTING_DATA|[\p{L}][\p{L}\d/_ ]{1,18}[!?]|[\p{L}]{2,}\/0[!?]?)$|^err(or)?:\s?\d{3}$|^#{2,}$/iu;
const INSIDE = /#(REF|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC|NILAI|NAMA|BIL|ANGKA)[!?]|#N\/A\b/i;

export function isSpreadsheetError(text: string): boolean {
  const tidy = text.normalize("NFKC").replace(/^[\s'"=]+|[\s'"]+$/g, "");
  return WHOLE.test(tidy) || INSIDE.test(tidy);
}
