import type { ListedHandover } from "@tuwai/server/handovers";
import type { ReactElement } from "react";
import { handoverTexts } from "#language/handovers.ts";
import { formatDate, formatInstant, formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, DescriptionList, type Status, Tag } from "#ui";

const marks: Readonly<Record<ListedHandover["standing"], Status>> = {
  offered: "waiting",
  accepted: "process",
  refused: "refused",
  done: "done",
  revoked: "inactive",
  ended: "inactive",
};

type Props = {
  readonly handover: ListedHandover & { readonly operation: string };
  readonly mayMake: boolean;
};

/** One hand-over: who sees what until when, by whose consent, and how often it was looked at. */
export function HandoverCard({ handover, mayMake }: Props): ReactElement {
  const t = useTexts(handoverTexts);
  const language = useLanguage();
  const { standing, code, looks } = handover;
  const runs = standing === "offered" || standing === "accepted";
  const { consent, consentOn, override } = handover;
  const agreed =
    consent !== null && consentOn !== null
      ? t.list.agreedOn(t.consents[consent], formatDate(language, consentOn))
      : override !== null
        ? t.list.without(t.overrides[override])
        : "";
  const seen =
    looks === null
      ? t.list.never
      : t.list.times(formatNumber(language, looks.times), formatInstant(language, looks.lastAt));
  return (
    <Card title={`${t.receivers[handover.receiverKind]}, ${formatDate(language, handover.endsOn)}`}>
      <p>
        <Tag status={marks[standing]}>{t.standings[standing]}</Tag>
      </p>
      <DescriptionList
        facts={[
          { name: t.list.receiver, value: handover.receiver ?? t.list.forgotten },
          { name: t.list.purpose, value: t.purposes[handover.purpose] },
          { name: t.list.sees, value: handover.fields.map((field) => t.fields[field]).join(", ") },
          { name: t.list.until, value: formatDate(language, handover.endsOn) },
          { name: t.list.agreed, value: agreed },
          { name: t.list.looks, value: seen },
        ]}
      />
      {runs && code !== null && <Code code={code} />}
      {mayMake && code !== null && (runs || standing === "ended") && (
        <form method="post">
          <OperationField id={handover.operation} />
          <input type="hidden" name="tindakan" value="cabut" />
          <input type="hidden" name="kode" value={code} />
          <Button look="danger">{t.list.revoke}</Button>
        </form>
      )}
    </Card>
  );
}

function Code({ code }: { readonly code: string }) {
  const t = useTexts(handoverTexts).list;
  const to = useLocalPath();
  return (
    <p>
      {t.code}: <strong>{spell(code)}</strong>
      <br />
      <span className="quiet small">
        {t.codeHint} <code>{to("/serah-terima")}</code>
      </span>
    </p>
  );
}

/** "7T4M 2QXC FHJK", as it is written on paper. */
const spell = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1 ");
