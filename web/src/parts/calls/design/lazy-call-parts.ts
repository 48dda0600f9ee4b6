import { lazyPage } from '../../../lazy-page.tsx'

// what most visits to a call or to its wizard do not show is fetched when it is shown
export const CallFormStep = lazyPage(() => import('./call-form-step.tsx').then((m) => m.CallFormStep))
export const CallReviewStep = lazyPage(() => import('./call-review-step.tsx').then((m) => m.CallReviewStep))
export const CallFilesField = lazyPage(() => import('./call-files-field.tsx').then((m) => m.CallFilesField))
export const CopyCallDialog = lazyPage(() => import('./copy-call-dialog.tsx').then((m) => m.CopyCallDialog))
export const CallConflictDialog = lazyPage(() => import('./call-conflict-dialog.tsx').then((m) => m.CallConflictDialog))
export const ExtensionsCard = lazyPage(() => import('./extensions-card.tsx').then((m) => m.ExtensionsCard))
export const FormVersionsCard = lazyPage(() => import('./form-versions-card.tsx').then((m) => m.FormVersionsCard))
export const CallFilesCard = lazyPage(() => import('./call-files-card.tsx').then((m) => m.CallFilesCard))
export const FieldDialog = lazyPage(() => import('./field-dialog.tsx').then((m) => m.FieldDialog))
