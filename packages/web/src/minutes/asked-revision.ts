/** The revision in an address; nothing for the newest. */
export function askedRevision(params: URLSearchParams): { readonly revision?: number } {
  const typed = params.get("revisi") ?? "";
  return /^\d{1,2}$/.test(typed) ? { revision: Number(typed) } : {};
}
