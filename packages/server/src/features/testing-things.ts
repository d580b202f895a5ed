import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "#app";
import { takeIncidentReport } from "#incident-reports";
import { ensurePayers } from "#payers";
import { prepareBatch, tellRemittance } from "#payroll";
import { anActor, readRows, type Thread } from "#testing";

/** What a thread has only for the walk over every use case, each by the name that it is asked for by. */
export async function thingsOf(city: App, thread: Thread) {
  return {
    payerId: await aPayer(city, thread),
    payrollCode: await aPayrollBatch(city, thread),
    remittanceCode: await aRemittance(city, thread),
    reportId: await aReport(city, thread),
    otherReportId: await aReport(city, thread),
  };
}

/** Whose budget pays in the thread's village: its own, or the city's where it has none. */
async function aPayer(city: App, { place }: Thread): Promise<string> {
  await ensurePayers(city);
  const [payer] = await readRows<{ id: string }>(
    city,
    `select id from app.payers where region_code = ? and (village_code = ? or kind = 'city') order by village_code nulls last limit 1`,
    place.region,
    place.code,
  );
  return payer!.id;
}

/** A draft of what is taken of the thread's sponsor in the month of its packet. */
async function aPayrollBatch(city: App, { place, office }: Thread): Promise<string> {
  const finance = { ...anActor(city, "FIN"), regionCode: place.region };
  const of = { operationId: city.newId(), office, month: "2026-11" };
  const answer = await prepareBatch(city, finance, of);
  if (answer.outcome !== "prepared") throw new Error(JSON.stringify(answer));
  return answer.payrollCode;
}

/** A transfer of the thread's office, with its slip. */
async function aRemittance(city: App, { place, office }: Thread): Promise<string> {
  const finance = { ...anActor(city, "FIN"), regionCode: place.region };
  const path = join(city.config.dataDir, "slip-coba.pdf");
  writeFileSync(path, "%PDF-1.7");
  const slip = { path, fileName: "slip.pdf" };
  const money = { rupiah: 8400, sentOn: "2026-11-01", reference: "TRF" };
  const told = await tellRemittance(city, finance, { operationId: city.newId(), office, ...money, slip });
  if (told.outcome !== "told") throw new Error(JSON.stringify(told));
  return told.remittanceCode;
}

/** What somebody told the thread's village by telephone: once that something happened, and once more. */
async function aReport(city: App, { place }: Thread): Promise<string> {
  const head = anActor(city, "KDS", place.code, place.region);
  const untold = { cardCode: "", village: "", time: "", place: "", phone: "", tellerName: "" };
  const said = { kind: "unsure", name: "Buyuang", on: "2026-11-01", teller: "neighbour", ...untold };
  const answer = await takeIncidentReport(city, head, { operationId: city.newId(), ...said });
  if (answer.outcome !== "received") throw new Error(JSON.stringify(answer));
  return answer.reportId;
}
