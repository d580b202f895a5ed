/** Work that follows a commit. Each topic has one handler, listed in `runtime/handlers.ts`. */
export type Topic =
  "import.advance" | "people.link" | "eligibility.judge" | "cover.refresh" | "coverage.publish";
