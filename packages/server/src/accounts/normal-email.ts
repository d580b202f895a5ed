/** Addresses are compared in lower case; village codes in demo addresses may be written without dots. */
export function normalEmail(text: string): string {
  const email = text.trim().toLowerCase();
  return email.replace(/^(opr|kds)-(\d{2})(\d{2})(\d{2})(\d{4})@/, "$1-$2.$3.$4.$5@");
}
