import type { MeetingMinutes, ShownMinutes } from "@tuwai/server/minutes";
import type { ReactElement } from "react";
import { dayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Choices, Disclosure, type FormErrors, TextField } from "#ui";

type Props = {
  readonly minutes: ShownMinutes;
  readonly meetingYear: number;
  readonly year: MeetingMinutes["year"];
  readonly days: number;
  readonly mayLock: boolean;
  readonly operation: string;
  readonly otherOperation: string;
  readonly errors: FormErrors;
  readonly typed: Readonly<Record<string, string>>;
};

/** The one thing that is to be done with minutes as they stand, and beneath it how to begin anew. */
export function NextStep(props: Props): ReactElement {
  const { minutes } = props;
  if (minutes.finalAt !== null)
    return (
      <>
        {props.mayLock && <LockCard {...props} />}
        <CorrectForm {...props} />
      </>
    );
  return minutes.state === "draft" ? <ShowCard {...props} /> : <FinishCard {...props} />;
}

function ShowCard({ minutes, days, operation, otherOperation, typed }: Props) {
  const t = useTexts(minutesTexts);
  return (
    <Card title={t.show.title}>
      <p>{t.show.lead(String(days))}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <OfMinutes minutes={minutes} />
        <TextField
          name="nomor"
          label={t.show.number}
          hint={t.show.numberHint}
          width="middle"
          maxLength={80}
          defaultValue={typed["nomor"] ?? minutes.letterNumber ?? ""}
        />
        <div>
          <Button name="aksi" value="bagikan">
            {t.show.button}
          </Button>
        </div>
      </form>
      <Disclosure summary={t.make.anew}>
        <p>{t.make.anewHint}</p>
        <MakeForm operation={otherOperation} label={t.make.anew} look="plain" />
      </Disclosure>
    </Card>
  );
}

function FinishCard({ minutes, operation, otherOperation }: Props) {
  const t = useTexts(minutesTexts);
  const language = useLanguage();
  return (
    <Card title={t.finish.title}>
      {minutes.mayFinish ? (
        <form method="post" className="form">
          <OperationField id={operation} />
          <OfMinutes minutes={minutes} />
          <p>{t.finish.lead}</p>
          <div>
            <Button name="aksi" value="final">
              {t.finish.button}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t.finish.wait(formatDate(language, minutes.objectionsUntil ?? ""))}</p>
      )}
      <Disclosure summary={t.make.anew}>
        <p>
          {t.make.anewHint} {t.make.anewShown}
        </p>
        <MakeForm operation={otherOperation} label={t.make.anew} look="plain" />
      </Disclosure>
    </Card>
  );
}

function LockCard({ minutes, meetingYear, year, operation, errors }: Props) {
  const t = useTexts(minutesTexts).lock;
  const language = useLanguage();
  const to = useLocalPath();
  const title = t.title(String(meetingYear));
  if (year === null || year.lockedAt !== null)
    return (
      <Card title={title}>
        <p>
          {year?.lockedAt == null
            ? t.notOpen(String(meetingYear))
            : t.isLocked(String(meetingYear), dayOf(language, year.lockedAt))}{" "}
          {year !== null && <a href={to(`/komitmen?tahun=${meetingYear}`)}>{t.public}</a>}
        </p>
      </Card>
    );
  return (
    <Card title={title}>
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="tahun" value={meetingYear} />
        <p>{t.lead(minutes.number)}</p>
        <Choices
          name="yakin"
          label={title}
          several
          options={[{ value: "ya", label: t.sure }]}
          error={errors["yakin"]}
        />
        <div>
          <Button name="aksi" value="kunci">
            {t.button}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function CorrectForm({ otherOperation, errors, typed }: Props) {
  const t = useTexts(minutesTexts).correct;
  return (
    <Disclosure summary={t.title} isOpen={errors["perbaikan"] !== undefined}>
      <p>{t.lead}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={otherOperation} />
        <TextField
          name="perbaikan"
          label={t.reason}
          maxLength={500}
          defaultValue={typed["perbaikan"] ?? ""}
          error={errors["perbaikan"]}
        />
        <div>
          <Button look="plain" name="aksi" value="buat">
            {t.button}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

function OfMinutes({ minutes: { id, version } }: Pick<Props, "minutes">) {
  return (
    <>
      <input type="hidden" name="berita" value={id} />
      <input type="hidden" name="versi" value={version} />
    </>
  );
}

type MakeProps = { readonly operation: string; readonly label: string; readonly look?: "main" | "plain" };

export function MakeForm({ operation, label, look = "main" }: MakeProps): ReactElement {
  return (
    <form method="post">
      <OperationField id={operation} />
      <Button look={look} name="aksi" value="buat">
        {label}
      </Button>
    </form>
  );
}
