import type { Feature } from "#app";
import { accountsFeature } from "#accounts";
import { aftercareFeature } from "#aftercare";
import { almsFeature } from "#alms";
import { arrearsFeature } from "#arrears";
import { auditFeature } from "#audit";
import { callsFeature } from "#calls";
import { cardsFeature } from "#cards";
import { certificatesFeature } from "#certificates";
import { bestPairsFeature } from "#best-pairs";
import { billsFeature } from "#bills";
import { payersFeature } from "#payers";
import { reservationsFeature } from "#reservations";
import { doubleCoverFeature } from "#double-cover";
import { refundsFeature } from "#refunds";
import { budgetUseFeature } from "#budget-use";
import { budgetReportsFeature } from "#budget-reports";
import { claimLettersFeature } from "#claim-letters";
import { claimsFeature } from "#claims";
import { claimabilityFeature } from "#claimability";
import { commitmentsFeature } from "#commitments";
import { comparisonFeature } from "#comparison";
import { consentsFeature } from "#consents";
import { contributionsFeature } from "#contributions";
import { correctionsFeature } from "#corrections";
import { coverFeature } from "#cover";
import { coverageFeature } from "#coverage";
import { indicatorsFeature } from "#indicators";
import { dashboardsFeature } from "#dashboards";
import { databaseFeature } from "#database";
import { eligibilityFeature } from "#eligibility";
import { endorsementsFeature } from "#endorsements";
import { enrolmentFeature } from "#enrolment";
import { draftsFeature } from "#drafts";
import { fulfilmentFeature } from "#fulfilment";
import { familiesFeature } from "#families";
import { figuresFeature } from "#figures";
import { planningFeature } from "#planning";
import { followUpsFeature } from "#follow-ups";
import { groupsFeature } from "#groups";
import { identitiesFeature } from "#identities";
import { importsFeature } from "#imports";
import { incidentReportsFeature } from "#incident-reports";
import { ledgerFeature } from "#ledger";
import { lifeEventsFeature } from "#life-events";
import { linkReviewFeature } from "#link-review";
import { linkingFeature } from "#linking";
import { matchingFeature } from "#matching";
import { mandatesFeature } from "#mandates";
import { meaningsFeature } from "#meanings";
import { meetingBoardFeature } from "#meeting-board";
import { meetingsFeature } from "#meetings";
import { minutesFeature } from "#minutes";
import { movesFeature } from "#moves";
import { memberChangesFeature } from "#member-changes";
import { monthRunsFeature } from "#month-runs";
import { notificationsFeature } from "#notifications";
import { officersFeature } from "#officers";
import { officeInvitationsFeature } from "#office-invitations";
import { packetMappingFeature } from "#packet-mapping";
import { packetResultsFeature } from "#packet-results";
import { packetsFeature } from "#packets";
import { payrollFeature } from "#payroll";
import { peopleFeature } from "#people";
import { replacementsFeature } from "#replacements";
import { secondLookFeature } from "#second-look";
import { workWordsFeature } from "#work-words";
import { privacyFeature } from "#privacy";
import { regionsFeature } from "#regions";
import { releasesFeature } from "#releases";
import { servantsFeature } from "#servants";
import { settingsFeature } from "#settings";
import { sponsorsFeature } from "#sponsors";
import { linkSamplesFeature } from "#link-samples";
import { targetingFeature } from "#targeting";
import { upkeepFeature } from "#upkeep";
import { unrecordedFeature } from "#unrecorded";
import { workFeature } from "#work";
import { workEvidenceFeature } from "#work-evidence";
import { handoversFeature } from "#handovers";
import { workersFeature } from "#workers";

/** Every feature of the house. What it owns and gives stands at its own door, in its `feature.ts`. */
export const features: readonly Feature[] = [
  accountsFeature,
  aftercareFeature,
  almsFeature,
  arrearsFeature,
  auditFeature,
  callsFeature,
  cardsFeature,
  claimLettersFeature,
  claimsFeature,
  certificatesFeature,
  bestPairsFeature,
  billsFeature,
  unrecordedFeature,
  claimabilityFeature,
  commitmentsFeature,
  budgetReportsFeature,
  budgetUseFeature,
  comparisonFeature,
  consentsFeature,
  contributionsFeature,
  correctionsFeature,
  secondLookFeature,
  workWordsFeature,
  coverFeature,
  coverageFeature,
  dashboardsFeature,
  databaseFeature,
  eligibilityFeature,
  endorsementsFeature,
  enrolmentFeature,
  draftsFeature,
  fulfilmentFeature,
  familiesFeature,
  figuresFeature,
  planningFeature,
  handoversFeature,
  followUpsFeature,
  groupsFeature,
  payersFeature,
  refundsFeature,
  doubleCoverFeature,
  reservationsFeature,
  identitiesFeature,
  importsFeature,
  indicatorsFeature,
  incidentReportsFeature,
  ledgerFeature,
  lifeEventsFeature,
  linkReviewFeature,
  linkSamplesFeature,
  linkingFeature,
  mandatesFeature,
  replacementsFeature,
  servantsFeature,
  matchingFeature,
  meaningsFeature,
  meetingBoardFeature,
  meetingsFeature,
  minutesFeature,
  movesFeature,
  memberChangesFeature,
  monthRunsFeature,
  notificationsFeature,
  officersFeature,
  officeInvitationsFeature,
  packetMappingFeature,
  packetResultsFeature,
  packetsFeature,
  payrollFeature,
  peopleFeature,
  privacyFeature,
  regionsFeature,
  releasesFeature,
  settingsFeature,
  sponsorsFeature,
  targetingFeature,
  upkeepFeature,
  workFeature,
  workEvidenceFeature,
  workersFeature,
];
