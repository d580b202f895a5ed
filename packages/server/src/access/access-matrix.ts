import type { Role } from "#app";

/**
 * Where a role may act: Own, by Pledge, Village, Kecamatan, OPD unit, BPJS packet, Donation fund, released Aggregates,
 * whole City, or read-only inside a workbench (reliability.md B.1).
 */
export type ScopeCode = "O" | "P" | "V" | "K" | "U" | "B" | "D" | "A" | "C" | "r";

/** `#`: a second person confirms. `!`: a step-up of at most five minutes. A role that is not named is denied. */
type Cell = `${ScopeCode}${"" | "#"}${"" | "!"}`;

/**
 * The access matrix, the only place that says who may do what; pages, menus, commands and use cases ask it by permission.
 * No existing cell is widened without a page in docs/decisions.
 */
// One line a row, to be read as a table.
// oxfmt-ignore
export const accessMatrix = {
  "worker.list": { SPN: "P", OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "B", AUD: "C", DPO: "C" },
  "worker.read": { WRK: "O", SPN: "P", OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "B", AUD: "C", DPO: "C" },
  "worker.create": { OPR: "V", DAT: "C" },
  "worker.update": { OPR: "V", DAT: "C" },
  "worker.correction.read": { OPR: "V", KDS: "V", DAT: "C" },
  "worker.correction.approve": { KDS: "V#", DAT: "C#" },
  "worker.correction.approve_nik": { DAT: "C#!" },
  "worker.move_request": { OPR: "V", DAT: "C" },
  "worker.move_accept": { OPR: "V", DAT: "C" },
  "worker.merge": { DAT: "C" },
  "worker.merge.ask": { OPR: "V", DAT: "C" },
  "worker.merge.approve": { DAT: "C#" },
  "worker.unmask_nik": { WRK: "O", MGR: "C!", DAT: "C!", BPJ: "B!", AUD: "C!", DPO: "C!" },
  "worker.dup_check": { OPR: "V", DAT: "C" },
  "worker.welfare.read": { WRK: "O", DAT: "C", DPO: "C" },
  "worker.welfare.update": { DAT: "C" },
  "worker.history.read": { WRK: "O", OPR: "V", KDS: "V", MGR: "C", DAT: "C", AUD: "C", DPO: "C" },
  "worker.judgement.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", AUD: "C", DPO: "C" },
  "worker.enrolment.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "B", AUD: "C" },
  "worker.stage.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", AUD: "C" },
  "worker.membership.read": { OPR: "V", KDS: "V", MGR: "C", DAT: "C", BPJ: "B", AUD: "C", DPO: "C" },
  "worker.registry_link.read": { DAT: "C" },
  "worker.household.read": { OPR: "V", KDS: "V", DAT: "C" },
  "worker.evidence.read": { OPR: "V", KDS: "V", DAT: "C", AUD: "C" },
  "worker.source.read": { OPR: "V", KDS: "V", DAT: "C", DPO: "C" },
  "worker.sponsor.read": { MGR: "C" },
  "worker.decision.read": { OPR: "V", KDS: "V", MGR: "C", DAT: "C", AUD: "C" },
  "worker.life_event.record": { OPR: "V", DAT: "C" },
  "worker.life_event.undo": { OPR: "V", DAT: "C" },
  "worker.life_event.handle": { MGR: "C" },
  "worker.second_look.decide": { KDS: "V", DAT: "C" },
  "worker.card": { OPR: "V", MGR: "C" },
  "worker.card.check": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "worker.export": { OPR: "V!", MGR: "C!", DAT: "C!", AUD: "C!" },

  "consent.record": { OPR: "V", DAT: "C" },
  "consent.withdraw": { WRK: "O", OPR: "V", DPO: "C" },
  "consent.withdrawal.read": { OPR: "V", MGR: "C", DPO: "C" },
  "consent.withdrawal.handle": { MGR: "C" },

  "list_decision.propose": { OPR: "V", MGR: "C" },
  "list_decision.approve": { KDS: "V#", MGR: "C#" },
  "list_decision.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", AUD: "C" },
  "list_decision.prepare": { OPR: "V" },
  "list_decision.exclude": { OPR: "V", KDS: "V", MGR: "C" },

  "enrolment.list": { SPN: "P", OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "B", FIN: "C", AUD: "C" },
  "enrolment.submit": { MGR: "C" },
  "enrolment.confirm": { BPJ: "B" },
  "enrolment.packet_download": { MGR: "C!", BPJ: "B!" },
  "claimability.read": { OPR: "V", KDS: "V", MGR: "C", DAT: "C", AUD: "C" },
  "claimability.decide": { MGR: "C" },
  "claimability.draw": { MGR: "C" },
  "claimability.visit": { OPR: "V", KDS: "V", DAT: "C" },
  "enrolment.desk.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "B", FIN: "C", AUD: "C" },

  "pledge.read": { SPN: "O", MGR: "C", BND: "U", BKP: "C", FIN: "C", AUD: "C" },
  "pledge.sign": { SPN: "O!" },
  "pledge.revoke": { SPN: "O", MGR: "C" },
  "pledge.match": { MGR: "C" },
  "pledge.proposal.answer": { SPN: "O" },
  "servant_change.read": { MGR: "C", BKP: "C" },
  "servant_change.decide": { MGR: "C" },
  "replacement.hold": { MGR: "C" },
  "sponsorship.end": { MGR: "C" },
  "pledge.cap_ask.read": { SPN: "O", MGR: "C" },
  "pledge.cap_ask.send": { MGR: "C" },
  "pledge.mandate.print": { SPN: "O" },
  "pledge.account.write": { SPN: "O" },
  "office_invitation.manage": { MGR: "C", BKP: "C" },
  "office_invitation.read": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "certificate.read": { SPN: "O" },
  "certificate.check": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "pledge.list": { MGR: "C", BND: "U", BKP: "C", FIN: "C", AUD: "C" },

  "village_commitment.read": { PUB: "A", OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "C", EXE: "C", FIN: "C", AUD: "C" },
  "village_commitment.published": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "village_commitment.write": { KDS: "V", MGR: "C" },
  "village_commitment.evaluate": { CMT: "K", EXE: "C" },
  "village_commitment.lock": { MGR: "C" },
  "village_commitment.configure": { MGR: "C" },
  "village_commitment.paper": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", EXE: "C", FIN: "C", AUD: "C" },
  "village_commitment.people": { OPR: "V", KDS: "V", MGR: "C", AUD: "C" },
  "village_commitment.enrol": { MGR: "C" },
  "village_commitment.draft": { OPR: "V", KDS: "V", MGR: "C" },
  "village_commitment.bill": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", EXE: "C", FIN: "C", AUD: "C" },
  "village_commitment.book": { FIN: "C" },
  "village_commitment.file": { KDS: "V", CMT: "K", MGR: "C", EXE: "C", FIN: "C", AUD: "C" },

  "meeting.read": { OPR: "C", KDS: "C", CMT: "C", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "meeting.guests.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "meeting.guests.file": { CMT: "K", MGR: "C", AUD: "C" },
  "meeting.row.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "meeting.watch": { OPR: "C", KDS: "C", CMT: "C", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "meeting.prepare": { MGR: "C" },
  "meeting.run": { MGR: "C" },
  "meeting.card": { MGR: "C" },
  "meeting.card.use": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "meeting.fill": { KDS: "V" },
  "minutes.read": { OPR: "C", KDS: "C", CMT: "C", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "minutes.write": { MGR: "C" },
  "minutes.reply": { KDS: "V", CMT: "K" },
  "minutes.check": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },

  "decision.read": { OPR: "C", KDS: "C", CMT: "C", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "decision.write": { MGR: "C" },
  "follow_up.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", FIN: "C", AUD: "C" },
  "follow_up.act": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", FIN: "C" },
  "follow_up.answer": { MGR: "C" },
  "list_progress.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "calendar.own": { OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", EXE: "O", FIN: "O", AUD: "O" },
  "calendar.read": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },

  "deduction_batch.read": { MGR: "C", BND: "U", BKP: "C", FIN: "C", AUD: "C" },
  "deduction_batch.confirm": { BND: "U" },
  "deduction_batch.approve": { FIN: "C#" },
  "deduction_batch.prepare": { MGR: "C", FIN: "C" },
  "deduction_batch.columns": { BND: "U", FIN: "C" },
  "deduction_batch.file": { BND: "U", FIN: "C" },

  "remittance.tell": { BND: "U", FIN: "C" },
  "remittance.slip": { BND: "U", FIN: "C", AUD: "C" },
  "remittance.receive": { FIN: "C" },

  "arrears.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", BPJ: "B", AUD: "C" },
  "arrears.rescue": { OPR: "V", MGR: "C" },
  "arrears.rescue.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", AUD: "C" },
  "arrears.export": { OPR: "V!", MGR: "C!", AUD: "C!" },

  "contribution.month.read": { MGR: "C", AUD: "C" },
  "contribution.month.run": { MGR: "C" },

  "group.read": { MGR: "C", FIN: "C", AUD: "C" },
  "group.write": { MGR: "C" },

  "payer.read": { KDS: "V", MGR: "C", BKP: "C", FIN: "C", AUD: "C" },
  "payer.write": { MGR: "C" },
  "payer.reserve": { MGR: "C" },
  "payer.reserve.read": { MGR: "C", AUD: "C" },
  "payer.hand_over": { MGR: "C" },
  "payer.hand_over.read": { MGR: "C", AUD: "C" },

  "double_cover.read": { MGR: "C", AUD: "C" },
  "double_cover.write": { MGR: "C" },

  "refund.read": { MGR: "C", FIN: "C", AUD: "C" },
  "refund.ask": { MGR: "C", FIN: "C" },
  "refund.answer": { FIN: "C" },

  "bill.read": { MGR: "C", FIN: "C", AUD: "C" },
  "bill.workers.read": { MGR: "C", AUD: "C" },
  "bill.write": { MGR: "C" },

  "unrecorded.read": { MGR: "C", AUD: "C" },
  "unrecorded.export": { MGR: "C!", AUD: "C!" },

  "member_change.read": { MGR: "C", AUD: "C" },
  "member_change.download": { MGR: "C!" },

  "officer.list": { OPR: "V", KDS: "V", MGR: "C", AUD: "C" },
  "officer.enrol": { MGR: "C" },
  "officer.tell-wage": { OPR: "V" },

  "tariff.read": { MGR: "C", BND: "U", BKP: "C", FIN: "C", AUD: "C", ADM: "C" },
  "tariff.renew": { MGR: "C", ADM: "C" },

  "ledger.read_entries": { SPN: "O", BND: "U", FIN: "C", AUD: "C" },
  "ledger.read_balances": { PUB: "A", SPN: "O", KDS: "V", MGR: "C", BND: "U", EXE: "A", FIN: "C", CHR: "D", AUD: "C" },
  "ledger.books.read": { FIN: "C", AUD: "C" },
  "ledger.post": { FIN: "C" },
  "ledger.approve": { FIN: "C#" },
  "ledger.reverse": { FIN: "C#!" },

  "receiving_account.read": { SPN: "O", MGR: "C", BND: "U", FIN: "C", AUD: "C" },
  "receiving_account.history.read": { MGR: "C", BND: "U", FIN: "C", AUD: "C" },
  "receiving_account.propose": { FIN: "C" },
  "receiving_account.decide": { FIN: "C#!" },

  "period.close": { FIN: "C#!" },
  "period.reopen": {},

  "reconciliation.work": { BPJ: "B", FIN: "C", AUD: "r" },
  "reconciliation.decide": { FIN: "C" },

  "incident_report.send": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "incident_report.track": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "incident_report.take": { OPR: "V", KDS: "V", MGR: "C" },
  "incident_report.list": { OPR: "V", KDS: "V", MGR: "C", DAT: "C" },
  "incident_report.read": { OPR: "V", KDS: "V", MGR: "C", DAT: "C" },
  "incident_report.decide": { OPR: "V", DAT: "C" },
  "incident_report.follow": { OPR: "V", MGR: "C" },

  "claim.create": { WRK: "O", OPR: "V", KDS: "V", MGR: "C", BPJ: "B" },
  "claim.list": { OPR: "V", KDS: "V", MGR: "C", BPJ: "B", AUD: "C" },
  "claim.read": { WRK: "O", OPR: "V", MGR: "C", BPJ: "B", AUD: "C" },
  "claim.help": { OPR: "V", MGR: "C" },
  "aftercare.read": { OPR: "V", MGR: "C", DAT: "C", AUD: "C" },
  "aftercare.visit": { OPR: "V", MGR: "C" },
  "aftercare.welfare": { DAT: "C" },
  "aftercare.figures": { MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "aftercare.ask": { AUD: "C" },
  "claim.update_state": { MGR: "C", BPJ: "B" },
  "claim.letter": { OPR: "V!", MGR: "C!" },
  "claim.document.upload": { WRK: "O", OPR: "V", MGR: "C", BPJ: "B" },
  "claim.document.download": { OPR: "V!", MGR: "C!", BPJ: "B!" },

  "handover.make": { OPR: "V", CHR: "C" },
  "handover.read": { OPR: "V", MGR: "C", CHR: "C", DPO: "C" },
  "handover.open": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "orphan.list": { OPR: "V", MGR: "C", DAT: "C", CHR: "C", AUD: "C" },
  "orphan.read": { OPR: "V", MGR: "C", CHR: "C", DPO: "C" },
  "orphan.write": { OPR: "V", CHR: "C" },
  "family.read": { OPR: "V", MGR: "C", DAT: "C", BPJ: "B", CHR: "C", AUD: "C", DPO: "C" },
  "family.write": { OPR: "V", MGR: "C" },
  "family.open": { OPR: "V", MGR: "C", BPJ: "B", CHR: "C", DPO: "C" },

  "donation.create": { PUB: "O", SPN: "O", CHR: "C" },
  "donation.read": { PUB: "A", SPN: "O", FIN: "C", CHR: "C", AUD: "C" },
  "donation.disburse": { FIN: "C#", CHR: "C" },
  "donation.desk.read": { FIN: "C", CHR: "C", AUD: "C" },
  "donation.campaign.write": { CHR: "C" },
  "donation.receive": { FIN: "C", CHR: "C" },
  "donation.plan": { CHR: "C" },
  "donation.pledge.own": { SPN: "O" },
  "donation.receipt.print": { SPN: "O", FIN: "C", CHR: "C" },
  "donation.report.read": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },

  "import.upload": { OPR: "V", MGR: "C", DAT: "C", BND: "U", BKP: "C", BPJ: "B", FIN: "C" },
  "import.read_report": { OPR: "V", KDS: "V", MGR: "C", DAT: "C", BND: "U", BKP: "C", BPJ: "B", FIN: "C", AUD: "C" },
  "import.resolve_row": { OPR: "V", DAT: "C", BKP: "C", FIN: "C" },
  "import.apply": { OPR: "V", DAT: "C#", BKP: "C", BPJ: "B", FIN: "C#" },
  "import.approve": { KDS: "V#", MGR: "C#", DAT: "C#", BKP: "C#", BPJ: "B#", FIN: "C#" },
  "import.undo": { OPR: "V", DAT: "C", BKP: "C", BPJ: "B", FIN: "C" },
  "import.download_faulty_rows": { OPR: "V", MGR: "C", DAT: "C", BKP: "C", BPJ: "B", FIN: "C" },
  "import.send": { OPR: "V", DAT: "C", BKP: "C", BPJ: "B" },
  "import.send.village_list": { OPR: "V", DAT: "C" },
  "import.send.village_officers": { OPR: "V", DAT: "C" },
  "import.send.dtsen": { DAT: "C" },
  "import.send.bpjs_members": { DAT: "C" },
  "import.send.civil_servants": { BKP: "C" },
  "import.send.enrolment_result": { BPJ: "B" },
  "import.send.bpjs_receipts": { BPJ: "B" },
  "import.send.deaths": { DAT: "C" },
  "import.read_people": { OPR: "V", KDS: "V", MGR: "C", DAT: "C", BND: "U", BKP: "C", BPJ: "B", AUD: "C" },

  "export.create": { OPR: "V!", MGR: "C!", DAT: "C!", FIN: "C!", AUD: "C!" },

  "stats.public.read": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },
  "stats.internal.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "A", EXE: "C", FIN: "A", CHR: "A", AUD: "C", DPO: "A" },
  "forecast.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "scenario.read": { MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "scenario.write": { MGR: "C", DAT: "C" },
  "stats.arrival.read": { OPR: "C", KDS: "C", CMT: "C", MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "indicator.write": { MGR: "C", DAT: "C" },
  "target.write": { MGR: "C#" },
  "dashboard.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "highlight.read": { MGR: "C", EXE: "C" },
  "chart_note.write": { CMT: "K", MGR: "C", DAT: "C" },
  "monthly_report.read": { MGR: "C", DAT: "C", EXE: "C", AUD: "C" },
  "stats.village.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", AUD: "C" },

  "city_progress.read": { EXE: "C" },
  "call.list": { CMT: "K", EXE: "C", FIN: "C" },
  "village_contact.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", EXE: "C", FIN: "C", AUD: "C" },
  "village_contact.write": { OPR: "V", KDS: "V", CMT: "K", MGR: "C" },
  "village_official.read": { CMT: "K", MGR: "C", DAT: "C", EXE: "C" },

  "access_log.subject.read": { WRK: "O", AUD: "C", DPO: "C" },

  "audit.read": { AUD: "C", DPO: "C" },

  "dsr.create": { WRK: "O", SPN: "O", OPR: "V" },
  "dsr.decide": { DPO: "C#" },

  "user.manage": { ADM: "C" },
  "user.change": { ADM: "C!" },
  "user.grant_role": { AUD: "C#", DPO: "C#", ADM: "C#" },
  "user.decide": { AUD: "C#!", DPO: "C#!", ADM: "C#!" },

  "device.revoke": { SPN: "O", OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", BND: "O", BKP: "O", BPJ: "O", EXE: "O", FIN: "O", CHR: "O", AUD: "O", DPO: "O", ADM: "C" },

  "config.write": { ADM: "C#" },

  "release.prepare": { DAT: "C" },
  "release.publish": { DAT: "C", DPO: "C#" },

  "targeting.summary.read": { CMT: "K", MGR: "C", DAT: "C", EXE: "C", AUD: "C", DPO: "C" },
  "targeting.list.read": { DAT: "C" },

  "link_review.read": { DAT: "C" },
  "link_review.decide": { DAT: "C" },
  "link_review.undo": { DAT: "C" },

  "policy.read": { SPN: "C", OPR: "C", KDS: "C", CMT: "C", MGR: "C", DAT: "C", BND: "C", BKP: "C", BPJ: "C", EXE: "C", FIN: "C", AUD: "C", DPO: "C", ADM: "C" },
  "policy.write": { ADM: "C#" },

  "packet_mapping.read": { MGR: "C", BPJ: "B", ADM: "C" },
  "packet_mapping.write": { ADM: "C" },

  "region.read": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },

  "session.sign_in": { PUB: "O", WRK: "O", SPN: "O", OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", BND: "O", BKP: "O", BPJ: "O", EXE: "O", FIN: "O", CHR: "O", AUD: "O", DPO: "O", ADM: "O" },
  "session.sign_out": { WRK: "O", SPN: "O", OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", BND: "O", BKP: "O", BPJ: "O", EXE: "O", FIN: "O", CHR: "O", AUD: "O", DPO: "O", ADM: "O" },
  "session.step_up": { SPN: "O", OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", BND: "O", BKP: "O", BPJ: "O", EXE: "O", FIN: "O", CHR: "O", AUD: "O", DPO: "O", ADM: "O" },
  "session.second_factor": { SPN: "O", OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", BND: "O", BKP: "O", BPJ: "O", EXE: "O", FIN: "O", CHR: "O", AUD: "O", DPO: "O", ADM: "O" },
  "session.second_factor.replace": { SPN: "O!", OPR: "O!", KDS: "O!", CMT: "O!", MGR: "O!", DAT: "O!", BND: "O!", BKP: "O!", BPJ: "O!", EXE: "O!", FIN: "O!", CHR: "O!", AUD: "O!", DPO: "O!", ADM: "O!" },

  "task.list": { SPN: "O", OPR: "O", KDS: "O", CMT: "O", MGR: "O", DAT: "O", BND: "O", BKP: "O", BPJ: "O", EXE: "O", FIN: "O", CHR: "O", AUD: "O", DPO: "O", ADM: "O" },
  "notice.list": { SPN: "O", OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", EXE: "C", FIN: "C" },

  "status.read": { PUB: "A", WRK: "A", SPN: "A", OPR: "A", KDS: "A", CMT: "A", MGR: "A", DAT: "A", BND: "A", BKP: "A", BPJ: "A", EXE: "A", FIN: "A", CHR: "A", AUD: "A", DPO: "A", ADM: "A" },

  "system.operate": { ADM: "C" },

  "cover.explain": { OPR: "V", KDS: "V", MGR: "C", DAT: "C", BPJ: "B", AUD: "C" },
  "cover.dates.read": { OPR: "V", KDS: "V", CMT: "K", MGR: "C", DAT: "C", BPJ: "B", AUD: "C", DPO: "C" },

  "contact.write": { ADM: "C" },

  "packet.read": { MGR: "C", BPJ: "B", AUD: "C" },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Cell>>>>>;

export type Permission = keyof typeof accessMatrix;

export const permissions = Object.keys(accessMatrix) as readonly Permission[];

/** What stands in the matrix for a role; null: denied. */
export function cellOf(role: Role, permission: Permission): Cell | null {
  const cells: Readonly<Partial<Record<Role, Cell>>> = accessMatrix[permission];
  return cells[role] ?? null;
}
