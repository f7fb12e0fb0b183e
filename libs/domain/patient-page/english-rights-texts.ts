import type { RightsTexts } from './rights-texts';

export const englishRightsTexts: RightsTexts = {
  title: 'Your papers and your rights',
  lead: 'This file is for you. Keep it in a safe place.',
  headings: {
    decision: 'What your plan said',
    steps: 'What you can do, and by which day',
    how: 'How to do it',
    where: 'Where to send it',
    then: 'If your plan says no again',
    packet: 'What we sent to your plan',
    counts: 'What to know about these days',
  },
  decision: {
    denied: 'On {day} your plan said no to what we asked for.',
    deniedNoDay: 'Your plan said no to what we asked for. We do not know on which day.',
    part: 'On {day} your plan said yes to a part of what we asked for, and no to the rest.',
    partNoDay: 'Your plan said yes to a part of what we asked for. We do not know on which day.',
    none: 'Your plan has not said no. So there is no appeal to tell you of now.',
  },
  steps: {
    appeal: {
      open: 'You can ask your plan to look again. That is called an appeal. The last day is {day}.',
      over: 'The last day to appeal was {day}. Ask your plan if it will still take an appeal.',
      day_not_known:
        'You can ask your plan to look again. That is called an appeal. We do not know the last day. Look for it in the letter from your plan.',
      sent: 'An appeal was sent to your plan on {day}.',
    },
    second_appeal: {
      open: 'You can appeal once more. The last day is {day}.',
      over: 'The last day to appeal once more was {day}. Ask your plan if it will still take it.',
      day_not_known:
        'Your plan may let you appeal once more. We do not know the last day. Look for it in the letter from your plan.',
      sent: 'A second appeal was sent on {day}.',
    },
    external_review: {
      open: 'You may be able to ask for a review by people who do not work for your plan. That is called an external review. The last day to ask is {day}.',
      over: 'The last day to ask for a review by people outside your plan was {day}. Ask your plan if there is still a way.',
      day_not_known:
        'You may be able to ask for a review by people who do not work for your plan. We do not know the last day. Look for it in the letter from your plan.',
      sent: 'A review by people outside your plan was asked for on {day}.',
    },
    fair_hearing: {
      open: 'You can ask your state for a fair hearing. The last day to ask is {day}.',
      over: 'The last day to ask for a fair hearing was {day}. Ask your state if there is still a way.',
      day_not_known:
        'You can ask your state for a fair hearing. We do not know the last day. Look for it in the letter that you got.',
      sent: 'A fair hearing was asked for on {day}.',
    },
  },
  noSteps: 'We do not know what steps there are with your plan. The letter from your plan says so.',
  answerBy: 'The answer should come by {day}.',
  afterNextNo: {
    external_review:
      'You may be able to ask for a review by people who do not work for your plan. The letter with that answer says how, and by which day.',
    fair_hearing:
      'You can ask your state for a fair hearing. The letter with that answer says how, and by which day.',
    by_itself:
      'Then your plan must send your case to people outside the plan. It does so by itself. You do not have to ask.',
    in_letter: 'The letter with that answer says if there is one more step, and by which day.',
  },
  how: [
    'Write a short letter. Put your name and your member number on it.',
    'Write that you do not agree, and why. Say what you cannot do.',
    'Add papers that help you. You may use the copy in this file.',
    'Send it some days before the last day. Keep a copy, and note the day on which you sent it.',
    'Someone you trust may do it for you. Your plan has a form for that.',
    'If it can harm you to wait, ask your plan for a fast answer.',
  ],
  where: {
    known: 'Send it to {payer}. This is what we have on file. Check it with the letter from your plan.',
    notKnown: 'Send it to {payer}. We do not know the right place. It is in the letter from your plan.',
  },
  channels: {
    portal: 'Online',
    fax: 'Fax',
    phone: 'Phone',
    mail: 'Mail',
    x12_278: 'Online',
    pas: 'Online',
  },
  packet: {
    holds: 'The next pages are a copy of what we sent on {day}. No word of it was changed.',
    earlier: 'We sent papers before that, too. Ask us if you want a copy of those.',
    none: 'We have no copy of what was sent to your plan. So none is in this file.',
  },
  counts: [
    'We worked these days out from what is on file. If the letter from your plan says another day, go by the earlier one.',
    'This page is not advice about the law.',
  ],
  call: {
    withPhone: 'We can help you. Call {clinic} at {phone}.',
    withoutPhone: 'We can help you. Call {clinic}.',
  },
  attachedPage: 'Page {page} of {pages} of the copy of what was sent to your plan',
  foot: 'Page {page} of {pages}',
};
