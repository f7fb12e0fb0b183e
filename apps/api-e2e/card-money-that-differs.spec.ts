import { askedByCard, cardSettings, cardsOf, eventOf, notify, paidByCard, paidEvent } from './card-story';
import { Stage, openStage } from './harness';
import { ledgerOf, payingCase } from './ledger-story';
import { Team, signInTeam } from './story';
import { StripeStandIn } from './stripe-stand-in';
import { watched } from './watch-story';

let standIn: StripeStandIn;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  standIn = await StripeStandIn.open();
  stage = await openStage(cardSettings(standIn));
  team = await signInTeam(stage);
});
afterAll(async () => {
  await stage.close();
  await standIn.close();
});
