import type { PartRoute } from '../../lazy-page.tsx'

export const flagshipRoutes: readonly PartRoute[] = []
