import { lazyPage } from '../../../lazy-page.tsx'

/** The controls of a form are fetched when somebody looks at it, not with every page that edits one. */
export const FormPreview = lazyPage(() => import('./form-preview.tsx').then((m) => m.FormPreview))
