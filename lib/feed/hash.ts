/**
 * A 64-bit hash of a text (cyrb53 before its last step) as four code units: tells texts apart within one page's memory, and is
 * quickly made and looked up. Not for security, and not to be shown: the units need not be characters.
 */
export function hashText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const second = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return String.fromCharCode(first & 0xffff, first >>> 16, second & 0xffff, second >>> 16);
}
