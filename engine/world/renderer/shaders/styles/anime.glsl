// Cel over painted background: flat tones, cool shadows, thin lines in the colour's own dark.
vec3 styled(vec2 at) {
    float size = max(screen.y / 540.0, 0.8);
    vec3 c = smooth_edges(at).rgb;
    float depth = distance_at(at);
    bool sky = depth > 1900.0;
    vec3 paint;
    vec3 soft = calm(at, 4.0 * size, paint);
    float lit = light_on(soft, paint);
    float flat_light = stepped(lit, 1.15, 0.05);
    vec3 cel = c * (flat_light / max(lit, 1e-3));
    // Shadows lean to violet, lights to warm.
    float dark = smoothstep(0.62, 0.30, flat_light);
    cel = mix(cel, cel * vec3(0.86, 0.84, 1.12) + vec3(0.012, 0.0, 0.045), dark);
    cel = mix(cel, 1.0 - (1.0 - cel) * vec3(0.90, 0.93, 0.97), smoothstep(0.75, 1.1, flat_light));
    // Far things keep more of the brush's gradients.
    float near = 1.0 - smoothstep(12.0, 45.0, depth);
    vec3 shown = mix(c, cel, sky ? 0.0 : 0.35 + 0.65 * near);
    shown = saturated(shown, 1.30);
    if (sky) {
        float l = luma(shown);
        shown = mix(shown, shown * (stepped(l, 5.0, 0.25) / max(l, 1e-3)), 0.8);
        shown = mix(shown, shown * shown * (3.0 - 2.0 * shown), 0.25);
    }
    vec3 n = texture(normal_map, at).xyz;
    vec3 ray = normalize(mat3(camera) * vec3((at * 2.0 - 1.0) * lens.xy, -1.0));
    float rim = sky ? 0.0 : smoothstep(0.68, 0.74, 1.0 + dot(n, ray)) * smoothstep(0.1, 0.5, n.y + 0.3) * near;
    shown += rim * 0.16 * shown;
    float line = max(outline(at, 0.9 * size), 0.55 * ink(at, size)) * (sky ? 0.5 : 1.0) * clamp(18.0 / depth, 0.10, 1.0);
    return mix(shown, shown * shown * 0.32 + vec3(0.02, 0.01, 0.045), line * 0.95);
}
