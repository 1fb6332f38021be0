import type { ComponentProps } from 'preact';
import { PopupView } from '../../components/popup/PopupView.tsx';
import type { PageState } from '../../components/popup/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/types.ts';
import { evidence } from './sample.ts';

/** The popup as it opens over a page, with the sample's evidence and usual settings; `given` takes the place of any of these. */
export function popupOver(page: PageState, given: Partial<ComponentProps<typeof PopupView>> = {}) {
  return (
    <PopupView
      page={page}
      settings={DEFAULT_SETTINGS}
      load={() => Promise.resolve(evidence as never)}
      country={() => 'US'}
      libraryUrl="/library.html"
      checkUrl="/check.html"
      now={1}
      actions={{} as never}
      {...given}
    />
  );
}
