import type { ReactElement, ReactNode } from "react";
import type { WorkerDetail } from "@tuwai/server/workers";
import { wordOf } from "#language/word-of.ts";
import { consentTexts } from "#language/consents.ts";
import { correctionTexts } from "#language/corrections.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate } from "#language/format.ts";
import { identityTexts } from "#language/identities.ts";
import { peopleTexts } from "#language/people.ts";
import { workerTexts } from "#language/worker.ts";
import { workEvidenceTexts } from "#language/work-evidence.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card, DescriptionList } from "#ui";

/** What is known about the person, as far as the role may know it: an absent key has no line. */
export function WorkerData({ worker }: { readonly worker: WorkerDetail }): ReactElement {
  const t = useTexts(workerTexts);
  const c = useTexts(peopleTexts);
  const corrections = useTexts(correctionTexts);
  const identities = useTexts(identityTexts);
  const consents = useTexts(consentTexts);
  const evidence = useTexts(workEvidenceTexts);
  const to = useLocalPath();
  const facts = useFacts(worker).flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value: value === null || value === "" ? c.unknown : value }],
  );
  const actions = [
    ...(worker.mayEdit ? [{ path: "ubah", label: corrections.open }] : []),
    ...(worker.mayUnmaskNik && worker.nik !== null ? [{ path: "nik", label: t.showNik }] : []),
    ...(worker.mayReadEvidence ? [{ path: "bukti-kerja", label: evidence.open }] : []),
    ...(worker.mayWithdrawConsent ? [{ path: "persetujuan", label: consents.open }] : []),
    ...(worker.mayAskMerge ? [{ path: "gabung", label: identities.open }] : []),
  ];
  return (
    <Card title={t.data}>
      <DescriptionList facts={facts} />
      {actions.length > 0 && (
        <Actions>
          {actions.map(({ path, label }) => (
            <ButtonLink key={path} look="plain" small href={to(`/pekerja/${worker.code}/${path}`)}>
              {label}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </Card>
  );
}

type Fact = { readonly name: string; readonly value: ReactNode };

function useFacts(worker: WorkerDetail): Fact[] {
  const t = useTexts(workerTexts);
  const c = useTexts(peopleTexts);
  const work = useTexts(contributionTexts);
  const language = useLanguage();
  const f = t.fields;
  const birth = worker.birthDate;
  const isYear = birth?.length === 4;
  return [
    {
      name: isYear ? f.birthYear : f.birthDate,
      value: say(birth, (date) => (isYear ? date : formatDate(language, date))),
    },
    { name: f.age, value: say(worker.ageBand, (band) => c.ages[band]) },
    { name: f.sex, value: say(worker.sex, (sex) => c.sexes[sex]) },
    { name: f.nik, value: worker.nik },
    { name: f.nikStatus, value: say(worker.nikStatus, (status) => wordOf(c.nikStatuses, status)) },
    { name: f.familyCard, value: worker.familyCard },
    { name: f.phone, value: say(worker.phone, phoneText) },
    { name: f.address, value: worker.address },
    { name: f.village, value: worker.village?.name },
    { name: f.kecamatan, value: worker.kecamatan?.name },
    { name: f.occupation, value: worker.occupationText },
    {
      name: f.occupationGroup,
      value: say(worker.occupationGroup, (group) => wordOf(work.occupations, group)),
    },
    { name: f.target, value: say(worker.targetGroup, (group) => wordOf(c.targets, group)) },
    {
      name: f.consent,
      value: worker.consentStatus === undefined ? undefined : t.consents[worker.consentStatus ?? "none"],
    },
    {
      name: f.desil,
      value: say(worker.desil, ({ decileFrom, decile, asOf }) =>
        decile === null
          ? t.listedOnly(formatDate(language, asOf))
          : t.desil([...new Set([decileFrom, decile])].join("–"), formatDate(language, asOf)),
      ),
    },
  ];
}

/** Keeps "may not know" (undefined) apart from "not known" (null). */
function say<V extends {}>(value: V | null | undefined, words: (value: V) => ReactNode): ReactNode {
  if (value === undefined) return undefined;
  return value === null ? null : words(value);
}

/** "0812-3456-7890" from "+6281234567890"; a masked number is left as it is. */
function phoneText(phone: string): string {
  const national = phone.replace(/^\+62/, "0");
  return /^\d+$/.test(national) ? national.replaceAll(/(\d{4})(?=\d)/g, "$1-") : phone;
}
