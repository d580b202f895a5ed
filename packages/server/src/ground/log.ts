/** The part of pino that features use. Lines carry ids and codes; a NIK, name or phone number never. */
export type Log = {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};
