type Place = { readonly sheet: number; readonly row: number };

/** Names of the fields of the form that mends rows: what, sheet, row and column, so that it works without any script. */
export const cellName = ({ sheet, row }: Place, column: number, isTyped: boolean): string =>
  `${isTyped ? "baru" : "sel"}.${sheet}.${row}.${column}`;
export const alikeName = ({ sheet, row }: Place): string => `sama.${sheet}.${row}`;
export const reasonName = ({ sheet, row }: Place): string => `alasan.${sheet}.${row}`;
/** The version of the row that the form was made of. */
export const versionName = ({ sheet, row }: Place): string => `versi.${sheet}.${row}`;
export const placeValue = ({ sheet, row }: Place): string => `${sheet}.${row}`;

type Changes = readonly { readonly column: number; readonly text: string }[];

/** "1.14|3=1377…": the row, and each cell with its text. */
export const suggestionValue = (place: Place, changes: Changes): string =>
  [placeValue(place), ...changes.map(({ column, text }) => `${column}=${encodeURIComponent(text)}`)].join(
    "|",
  );
