/** What the fields of an account are called in a request. */
export const fieldNames = { holder: "atas-nama", bank: "bank", number: "nomor" } as const;
