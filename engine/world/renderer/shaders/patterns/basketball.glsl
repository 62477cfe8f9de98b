// Eight panels: two great circles and two curved seams; pebbled leather.
void pattern(inout Look look, Place at) {
    vec3 d = normalize(at.box);
    float pixel = at.grain / max(at.half_size.x, 1e-3);
    float curve = abs(abs(d.x) - 0.56 * (1.0 - 0.18 * d.z * d.z)) ;
    float line = min(min(abs(d.y), abs(d.z)), curve);
    float seam = 1.0 - smoothstep(0.022, 0.030 + pixel * 0.8, line);
    seam *= clamp(0.06 / max(pixel, 0.06), 0.0, 1.0);
    vec2 around = vec2(atan(d.z, d.x) * 24.0, d.y * 40.0);
    float pebble = value_noise(around * 2.2);
    float near = seen(at.half_size.x * 0.03, at);
    look.color = at.color * mix(1.0, 0.86 + 0.24 * pebble, near);
    look.color = mix(look.color, at.color2, seam);
    look.roughness = mix(0.62, 0.8, seam);
    look.height = at.half_size.x * (near * 0.008 * pebble - 0.02 * seam);
}
