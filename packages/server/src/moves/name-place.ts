/** Where the name of whoever moves is sealed. */
export const namePlace = (moveId: string) =>
  ({ table: "person_moves", column: "name", rowId: moveId }) as const;
