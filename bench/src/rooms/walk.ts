/** Metres a second on the way to where somebody walks: a room's default allows 11. */
const hurrySpeed = 8;
const strollRadiusMetres = 1;
/** Around the circle: 1.5 m/s. */
const strollRadiansPerSecond = 1.5;

/** Somebody's way from the spawn point to a place of their own, and then around it without end. Metres. */
export class Walk {
  x = 0;
  z = 0;
  private angle: number;

  constructor(
    private readonly homeX: number,
    private readonly homeZ: number,
    startAngle: number,
  ) {
    this.angle = startAngle;
  }

  step(seconds: number): void {
    this.angle += strollRadiansPerSecond * seconds;
    const dx = this.homeX + Math.cos(this.angle) * strollRadiusMetres - this.x;
    const dz = this.homeZ + Math.sin(this.angle) * strollRadiusMetres - this.z;
    const way = Math.hypot(dx, dz);
    const share = Math.min(1, (hurrySpeed * seconds) / way);
    this.x += dx * share;
    this.z += dz * share;
  }
}
