import type { Permission } from "./access-matrix.ts";

/**
 * Which permission reading a table amounts to. The generated test reads every table as every role's own login and allows a row
 * only where the matrix allows that permission; a table of schema `app` or `audit` that is missing here fails the test.
 * `open` tables hold no person and no money; `own` rows belong to whoever wrote or receives them.
 */
export const tablePermissions: Readonly<Record<string, Permission | "open" | "own">> = {
  "app.regions": "open",
  "app.settings": "open",
  "app.policies": "open",
  "app.operations": "own",
  "app.notifications": "own",
  "app.outbox": "own",
  "app.import_mappings": "own",
  "app.import_batches": "import.read_report",
  "app.import_rows": "import.read_report",
  "app.source_records": "import.read_report",
  "app.persons": "worker.list",
  "app.person_records": "worker.list",
  "app.person_memberships": "worker.list",
  "app.judgements": "worker.list",
  "app.cover_states": "worker.list",
  "app.person_welfare": "worker.welfare.read",
  "app.links": "link_review.read",
  "app.link_questions": "link_review.read",
  "app.link_decisions": "link_review.read",
  "app.consents": "own",
  "app.endorsements": "list_decision.read",
  "app.endorsement_items": "list_decision.read",
  "app.pledges": "pledge.read",
  "app.pledge_wishes": "pledge.match",
  "app.sponsorships": "pledge.read",
  "app.enrolments": "enrolment.list",
  "app.packets": "enrolment.list",
  "app.packet_lines": "enrolment.list",
  "app.obligations": "enrolment.list",
  "app.cover_events": "enrolment.list",
  "app.packet_mappings": "packet_mapping.read",
  "audit.entries": "audit.read",
  "audit.accesses": "access_log.subject.read",
};
