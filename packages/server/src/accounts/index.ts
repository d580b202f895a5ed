export { signIn, verifySecondFactor, type SignInOutcome } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { actorOf, actorOfToken, actorOfEmail } from "./actor-of.ts";
export { stepUp } from "./step-up.ts";
export { beginSecondFactor, confirmSecondFactor, type SecondFactorSetup } from "./second-factor.ts";
export { createAccount, type NewAccount } from "./create-account.ts";
export { createDemoAccounts, type DemoAccount } from "./create-demo-accounts.ts";
export { accountsFeature } from "./feature.ts";
