import type { ShownMinutes } from "@tuwai/server/minutes";
import type { ReactElement } from "react";
import { formatDate, formatInstant } from "#language/format.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, type FormErrors, Tag, TextField } from "#ui";

type Props = {
  readonly minutes: ShownMinutes;
  readonly mayReply: boolean;
  readonly mayAnswer: boolean;
  readonly operation: string;
  readonly errors: FormErrors;
  readonly typed: Readonly<Record<string, string>>;
};

/** What villages and camat say to the draft, their own form, and the leader's answers. */
export function RepliesCard(props: Props): ReactElement | null {
  const t = useTexts(minutesTexts).replies;
  const { minutes, mayReply, mayAnswer } = props;
  const { replies, state } = minutes;
  if (state === "draft" && replies.length === 0) return null;
  return (
    <Card title={t.title}>
      {mayReply && state === "published" && !minutes.mayFinish && <OwnForm {...props} />}
      {replies.length === 0 && <p className="quiet">{minutes.finalAt === null ? t.none : t.noneFinal}</p>}
      {replies.length > 0 && (
        <ul className="stack">
          {replies.map((reply) => (
            <li key={reply.id}>
              <ReplyLine reply={reply} />
              {mayAnswer && reply.kind === "objected" && <AnswerForm {...props} reply={reply} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type Reply = ShownMinutes["replies"][number];

function ReplyLine({ reply }: { readonly reply: Reply }) {
  const t = useTexts(minutesTexts).replies;
  const language = useLanguage();
  const { place, kind, body, repliedAt, answer, answeredAt } = reply;
  return (
    <>
      <strong>{place}</strong> <Tag status={kind === "objected" ? "refused" : "done"}>{t[kind]}</Tag>
      {body !== null && <div>{body}</div>}
      <div className="quiet small">{formatInstant(language, repliedAt)}</div>
      {answer !== null && answeredAt !== null && (
        <div>
          {t.answer}: {answer}{" "}
          <span className="quiet small">{t.answered(formatInstant(language, answeredAt))}</span>
        </div>
      )}
    </>
  );
}

function OwnForm({ minutes, operation, errors, typed }: Props) {
  const t = useTexts(minutesTexts).replies;
  const language = useLanguage();
  return (
    <form method="post" className="form" noValidate>
      <h3>{t.own}</h3>
      <p>{t.ownLead(formatDate(language, minutes.objectionsUntil ?? ""))}</p>
      <OperationField id={operation} />
      <TextField
        name="tanggapan"
        label={t.text}
        hint={t.textHint}
        maxLength={1000}
        defaultValue={typed["tanggapan"] ?? ""}
        error={errors["tanggapan"]}
      />
      <Actions>
        <Button name="aksi" value="benar">
          {t.right}
        </Button>
        <Button look="plain" name="aksi" value="keberatan">
          {t.object}
        </Button>
      </Actions>
    </form>
  );
}

function AnswerForm({ reply, operation, errors, typed }: Props & { readonly reply: Reply }) {
  const t = useTexts(minutesTexts).replies;
  const field = `jawaban-${reply.id}`;
  const isMine = typed["tanggapan-id"] === reply.id;
  return (
    <form method="post" className="form" noValidate>
      <OperationField id={operation} />
      <input type="hidden" name="tanggapan-id" value={reply.id} />
      <TextField
        name={field}
        label={t.answer}
        maxLength={1000}
        defaultValue={(isMine ? typed[field] : undefined) ?? reply.answer ?? ""}
        error={errors[field]}
      />
      <div>
        <Button look="plain" small name="aksi" value="jawab">
          {t.answerButton}
        </Button>
      </div>
    </form>
  );
}
