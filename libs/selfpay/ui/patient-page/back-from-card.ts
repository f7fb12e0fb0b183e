/**
 * Whether somebody comes back from the card provider's page, and by which way. It stands in the address, which names
 * nobody; what became of the payment is only ever asked of the API.
 */
export function backFromCard(window: Window | null): 'sent' | 'left' | null {
  const back = new URLSearchParams(window?.location.search).get('card');
  return back === 'sent' || back === 'left' ? back : null;
}
