import type { ShownFamily, ShownMember } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Disclosure, Tag } from "#ui";
import styles from "./families.module.css";

/** How a member is called: the name where it was opened, otherwise the initials. */
export const calledIn = (member: Pick<ShownMember, "name" | "initials">, erased: string): string =>
  [member.name, member.initials, erased].find((text) => text !== undefined && text !== "") ?? erased;

/** The household as a tree of cards: the generation before, the breadwinner's own, the children; readable on one screen. */
export function MemberCards({ family }: { readonly family: ShownFamily }): ReactElement {
  const generations = [
    ["grandparent", "parent", "parent-in-law"],
    ["self", "spouse", "sibling"],
    ["child"],
    ["grandchild", "other", "will", "burier"],
  ] as const;
  return (
    <div className={styles["tree"]}>
      {generations.map((kinships) => {
        const members = kinships.flatMap((kinship) =>
          family.members.filter((each) => each.kinship === kinship),
        );
        if (members.length === 0) return null;
        return (
          <ul key={kinships[0]} className={styles["generation"]}>
            {members.map((member) => (
              <MemberCard key={member.memberId} member={member} />
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function MemberCard({ member }: { readonly member: ShownMember }): ReactElement {
  const t = useTexts(familyTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { kinship, age, birthDate, isAlive, role, childCode } = member;
  const facts = [
    age === null ? t.noAge : t.age(formatNumber(language, age)),
    birthDate === undefined || birthDate === null ? null : t.born(formatDate(language, birthDate)),
  ];
  return (
    <li className={styles["member"]}>
      <span className="quiet small">{t.kinships[kinship]}</span>
      <strong>{calledIn(member, t.erased)}</strong>
      <span>{facts.filter(Boolean).join(", ")}</span>
      {role === "head" && <Tag status="active">{t.roles.head}</Tag>}
      {role === null && <Tag status="inactive">{isAlive ? t.gone : t.dead}</Tag>}
      {member.terms.length > 1 && <Terms terms={member.terms} />}
      {childCode !== null && <a href={to(`/yatim/${childCode}`)}>{t.openChild}</a>}
    </li>
  );
}

function Terms({ terms }: Pick<ShownMember, "terms">): ReactElement {
  const t = useTexts(familyTexts);
  const language = useLanguage();
  const day = (on: string | null, none: string) => (on === null ? none : formatDate(language, on));
  return (
    <Disclosure summary={t.history}>
      <ul>
        {terms.map(({ role, from, until }) => (
          <li key={from ?? ""}>
            {t.fromUntil(t.roles[role], day(from, t.sinceBirth), day(until, t.untilNow))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
