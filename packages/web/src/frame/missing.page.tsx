import type { Handle } from "#shell";
import { AppError } from "@tuwai/server/app";

export const handle: Handle = { access: "public" };

/** Whatever has no page of its own: thrown, so that it looks like any other thing that is not there. */
export function loader(): never {
  throw new AppError("not-found");
}

export default function MissingPage() {
  return null;
}
