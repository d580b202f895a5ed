import type { Meeting } from "@tuwai/server/meetings";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatInstant, formatNumber, formatRupiah } from "#language/format.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, ButtonLink, Card, DescriptionList } from "#ui";
import type { HomeData } from "./load-meeting.ts";

/** A village's own numbers before the meeting: right, or to be corrected; then what it does on the day. */
export function OwnNumbers(props: {
  readonly meeting: Meeting;
  readonly own: NonNullable<HomeData["own"]>;
  readonly operation: string;
  /** A card has no page on which the numbers are corrected. */
  readonly isCard: boolean;
}): ReactElement {
  const t = useTexts(meetingTexts).home.own;
  const names = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, own, operation } = props;
  const number = (n: number) => formatNumber(language, n);
  const lead = t.lead(number(own.heads), formatRupiah(language, own.need), String(meeting.year));
  return (
    <Card title={t.title(own.name)}>
      <p>
        <strong>{lead}</strong>
      </p>
      <DescriptionList
        facts={own.groups.map(({ group, people, unprotected }) => ({
          name: names[group],
          value: t.row(number(people), number(unprotected)),
        }))}
      />
      {own.checkedAt !== null && <p>{t.checked(formatInstant(language, own.checkedAt))}</p>}
      <form method="post">
        <OperationField id={operation} />
        <Actions>
          {own.checkedAt === null && meeting.state !== "closed" && (
            <Button name="aksi" value="benar">
              {t.right}
            </Button>
          )}
          {meeting.state !== "closed" && (
            <ButtonLink
              look={own.checkedAt === null ? "plain" : "main"}
              href={to(`/rakor/${meeting.code}/isi`)}
            >
              {t.fill}
            </ButtonLink>
          )}
          {meeting.state === "open" && (
            <ButtonLink look="plain" href={to(`/rakor/${meeting.code}/hadir`)}>
              {t.arrive}
            </ButtonLink>
          )}
          {!props.isCard && (
            <ButtonLink look="plain" href={to(`/anggaran/komitmen/${own.villageCode}?tahun=${meeting.year}`)}>
              {t.wrong}
            </ButtonLink>
          )}
        </Actions>
      </form>
    </Card>
  );
}
