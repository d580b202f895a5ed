import type { Certified } from "@tuwai/domain/certificates";
import { type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

export type Certificate = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly code: string;
  readonly civilServantId: string;
  readonly holder: string;
  readonly since: Month;
  readonly workers: number;
  readonly issuedAt: Date;
  readonly issuedOn: CivilDate;
  readonly firstPrint: string | null;
  readonly state: "valid" | "withdrawn" | "replaced";
  readonly endedAt: Date | null;
  readonly endReason: string | null;
};

const columns =
  sql.raw(`c.id, c.year, c.number, c.code, c.civil_servant_id, c.holder, to_char(c.since_month, 'YYYY-MM') as since, c.workers,
  c.issued_at, (c.issued_at at time zone 'Asia/Jakarta')::date as issued_on, c.first_print, c.state, c.ended_at, c.end_reason`);

/** All certificates of a civil servant, the one in force first. */
export async function listCertificates(tx: Tx, civilServantId: string): Promise<readonly Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${columns} from app.certificates c where c.region_code = (select app.region()) and c.civil_servant_id = ${civilServantId}::uuid
    order by c.ended_at desc nulls first, c.issued_at desc, c.id desc`.execute(tx);
  return rows;
}

/** The valid certificates of these civil servants. */
export async function listValid(tx: Tx, civilServantIds: readonly string[]): Promise<readonly Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${columns} from app.certificates c
    where c.civil_servant_id = any(${civilServantIds}::uuid[]) and c.state = 'valid' order by c.id`.execute(
    tx,
  );
  return rows;
}

export type NewCertificate = Certified & {
  readonly id: string;
  readonly code: string;
  readonly regionCode: string;
  readonly civilServantId: string;
  readonly holder: string;
  readonly at: Date;
  readonly year: number;
  readonly issuedBy: string;
  /** The one whose place it takes. */
  readonly replaces: string | null;
};

/** Whoever issues or ends certificates waits here, so that numbers follow each other and nothing is issued twice. */
export const lockCertificates = (tx: Tx): Promise<void> => lockCity(tx, "certificates");

/** The database gives the next number of the year. */
export async function insertCertificate(tx: Tx, certificate: NewCertificate): Promise<void> {
  const { regionCode, civilServantId, issuedBy, at } = certificate;
  await sql`
    insert into app.certificates (region_code, id, year, number, code, civil_servant_id, holder, since_month, workers, issued_at, issued_by,
      replaces)
    values (${regionCode}, ${certificate.id}, ${certificate.year}, 1, ${certificate.code}, ${civilServantId}, ${certificate.holder},
      ${firstDay(certificate.since)}::date, ${certificate.workers}, ${at}, ${issuedBy}, ${certificate.replaces})`.execute(
    tx,
  );
}

export type CertificateEnd = {
  readonly state: "withdrawn" | "replaced";
  readonly reason: string;
  readonly at: Date;
};

export async function endCertificate(tx: Tx, id: string, end: CertificateEnd): Promise<void> {
  await sql`
    update app.certificates set state = ${end.state}, ended_at = ${end.at}, end_reason = ${end.reason}
    where id = ${id} and state = 'valid'`.execute(tx);
}

/** Keeps which operation printed the original; a later one changes nothing. */
export async function keepFirstPrint(tx: Tx, id: string, operationId: string): Promise<void> {
  await sql`
    update app.certificates set first_print = ${operationId} where id = ${id} and first_print is null`.execute(
    tx,
  );
}

export type CheckedCertificate = {
  readonly year: number;
  readonly number: number;
  readonly holder: string;
  readonly since: Month;
  readonly workers: number;
  readonly issuedAt: Date;
  readonly state: Certificate["state"];
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly nextYear: number | null;
  readonly nextNumber: number | null;
};

/** What whoever holds the paper may know of it. */
export async function findByCode(tx: Tx, code: string): Promise<CheckedCertificate | undefined> {
  const { rows } = await sql<CheckedCertificate>`
    select c.year, c.number, c.holder, to_char(c.since_month, 'YYYY-MM') as since, c.workers, c.issued_at, c.state, c.ended_at,
      c.end_reason, c.next_year, c.next_number
    from app.certificate_of_code(${code}) c`.execute(tx);
  return rows[0];
}
