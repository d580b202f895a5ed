import type { App } from "#app";
import { asSystem } from "#database";
import { type BooksState, readBooks } from "./books.view.ts";

/** Recomputes the books from their entries alone, and names the first that does not hold. */
export function verifyBooks(app: App): Promise<BooksState> {
  return asSystem(app, readBooks);
}
