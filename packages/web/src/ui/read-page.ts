/** `?hal=3`, counting from 1. */
export function readPage(params: URLSearchParams): number {
  const page = Number(params.get("hal"));
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
