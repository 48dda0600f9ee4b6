import type { PartRoute } from '../../lazy-page.tsx'

export const plansRoutes: readonly PartRoute[] = []
