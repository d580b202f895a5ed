import type { ReactElement } from "react";
import { Form, useLocation } from "react-router";
import { formatNumber, formatTime } from "#language/format.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Tag, withQuery } from "#ui";
import type { AttendanceRefusal } from "./act-on-attendance.ts";
import type { AttendanceData, GuestRow } from "./load-attendance.ts";
import { GuestForm } from "./guest-form.tsx";
import styles from "./guest-list.module.css";

/** Everybody who is invited, each with one button for what comes next; made for a thumb and seventy-one rows. */
export function GuestList(props: {
  readonly page: AttendanceData;
  readonly refused: AttendanceRefusal;
}): ReactElement {
  const t = useTexts(attendanceTexts);
  const language = useLanguage();
  const { page, refused } = props;
  return (
    <ul className={styles["guests"]} aria-label={t.caption(formatNumber(language, page.rows.length))}>
      {page.rows.map((guest) => (
        <li key={guest.id} id={`tamu-${guest.id}`} data-region={guest.villageCode ?? undefined}>
          <div className={styles["row"]}>
            <div>
              <strong>{guest.standsInFor ?? guest.office}</strong>
              <Said guest={guest} />
            </div>
            {page.mayTick && <Tick guest={guest} />}
          </div>
          {page.mayTick &&
            (page.open === guest.id || refused?.guestId === guest.id ? (
              <GuestForm guest={guest} refused={refused?.guestId === guest.id ? refused : undefined} />
            ) : (
              <Detail guest={guest} />
            ))}
        </li>
      ))}
    </ul>
  );
}

function Said({ guest }: { readonly guest: GuestRow }) {
  const t = useTexts(attendanceTexts);
  const language = useLanguage();
  const { arrivedAt, leftAt, setHow, name, standsInFor, office } = guest;
  const who = [name, standsInFor === null ? null : `${office}, ${t.standsInFor(standsInFor)}`]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <div>
        {arrivedAt === null ? (
          <Tag status="waiting">{t.waiting}</Tag>
        ) : (
          <Tag status={leftAt === null ? "active" : "inactive"}>
            {leftAt === null ? t.here(formatTime(language, arrivedAt)) : t.left(formatTime(language, leftAt))}
          </Tag>
        )}{" "}
        {setHow !== null && setHow !== "tick" && <span className="quiet small">{t.how[setHow]}</span>}
      </div>
      {who !== "" && <div className="quiet small">{who}</div>}
    </>
  );
}

/** Sets what it says and nothing else: pressed twice, or by two people, it stays at the first time. */
function Tick({ guest }: { readonly guest: GuestRow }) {
  const t = useTexts(attendanceTexts);
  const office = guest.standsInFor ?? guest.office;
  if (guest.leftAt !== null) return null;
  const isHere = guest.arrivedAt !== null;
  return (
    <Form method="post" preventScrollReset>
      <OperationField id={guest.operation} />
      <Button
        look={isHere ? "plain" : "main"}
        name="aksi"
        value={`${isHere ? "pulang" : "datang"}:${guest.id}`}
        aria-label={isHere ? t.leaveOf(office) : t.arriveOf(office)}
      >
        {isHere ? t.leave : t.arrive}
      </Button>
    </Form>
  );
}

function Detail({ guest }: { readonly guest: GuestRow }) {
  const t = useTexts(attendanceTexts);
  const { search } = useLocation();
  const office = guest.standsInFor ?? guest.office;
  return (
    <a
      className="small no-print"
      href={`${withQuery(search, { tamu: guest.id })}#tamu-${guest.id}`}
      aria-label={`${t.detail}: ${office}`}
    >
      {t.detail}
    </a>
  );
}
