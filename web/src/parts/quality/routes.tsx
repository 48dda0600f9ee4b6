import type { PartRoute } from '../../lazy-page.tsx'

export const qualityRoutes: readonly PartRoute[] = []
