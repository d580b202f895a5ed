import { searchField } from "./kept-search.ts";

/** The address of a request, to come back to after a door; without what must not stand in any address. */
export function returnHere(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete(searchField);
  const search = searchParams.toString();
  return encodeURIComponent(pathname.replace(/\.data$/, "") + (search === "" ? "" : `?${search}`));
}
