// Crossing wave trains plus noise that drifts with time.
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv;
    float t = eye.w;
    vec2 bend = vec2(value_noise(uv * 0.45 + t * 0.15), value_noise(uv * 0.45 + 31.0 - t * 0.12));
    float swell = sin(dot(uv, vec2(1.1, 0.6)) + t * 1.3 + bend.x * 4.0) + sin(dot(uv, vec2(-0.7, 1.3)) + t * 1.1 + bend.y * 4.0);
    float ripple = value_noise(uv * 3.1 + vec2(t * 0.7, -t * 0.4) + bend) + 0.5 * value_noise(uv * 7.3 - vec2(t * 0.9, t * 0.5)) * seen(0.07, at);
    look.height = 0.018 * swell * seen(2.0, at) + 0.022 * ripple * seen(0.16, at);
    look.color = mix(at.color, at.color2, clamp(0.3 + 0.18 * swell + 0.2 * (ripple - 0.75), 0.0, 1.0));
    look.roughness = mix(0.16, 0.05, seen(0.3, at));
}
