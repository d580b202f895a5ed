import type { FileRefusalCode, IssueDetails } from "@tuwai/domain/intake";

/** Thrown inside the reading child only, to leave nested loops; at its edge it becomes the event `refused`. */
export class RefusedFile extends Error {
  readonly code: FileRefusalCode;
  readonly details: IssueDetails;

  constructor(code: FileRefusalCode, details: IssueDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
