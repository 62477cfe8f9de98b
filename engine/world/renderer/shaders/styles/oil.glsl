// Thick paint: colour in dabs (the calmest quarter around), bristles along the form, light on ridges.
vec2 brush_way(vec2 at, bool sky, vec3 p) {
    if (sky) { float a = 0.5 * sin(p.x * 3.0 + p.y * 7.0) + 0.15; return vec2(cos(a), sin(a)); }
    vec3 n = mat3(view) * texture(normal_map, at).xyz;
    vec2 round_form = vec2(-n.y, n.x);
    return normalize(round_form + vec2(0.16, 0.05));
}
float bristle(vec2 at, float size) {
    Spot spot = spot_at(at);
    vec2 scale = octave(spot.pixel, 4.2 * size);
    vec2 q = spot.uv / scale.x + spot.seed * 23.0;
    return mix(value_noise(q), value_noise(q * 0.5 + 9.0), scale.y);
}
vec3 styled(vec2 at) {
    float size = max(screen.y / 480.0, 0.75);
    Spot spot = spot_at(at);
    vec2 way = brush_way(at, spot.sky, spot.p);
    vec2 aside = vec2(-way.y, way.x);
    float dab = solid(spot, 26.0 * size);
    at += way * (dab - 0.5) * 9.0 * size * screen.zw;
    vec3 best = vec3(0.0);
    float calm = 1e9;
    for (int q = 0; q < 4; q++) {
        vec2 s = vec2(q % 2 == 0 ? 1.0 : -1.0, q < 2 ? 1.0 : -1.0);
        vec3 sum = vec3(0.0), square = vec3(0.0);
        for (int i = 0; i < 9; i++) {
            vec2 k = vec2(i % 3, i / 3) * s;
            vec2 o = (way * k.x * 2.6 + aside * k.y * 1.3) * size;
            vec3 c = texture(picture_map, at + o * screen.zw).rgb;
            sum += c; square += c * c;
        }
        sum /= 9.0;
        vec3 spread = abs(square / 9.0 - sum * sum);
        float rough = spread.r + spread.g + spread.b;
        if (rough < calm) { calm = rough; best = sum; }
    }
    // Bristles: noise of the surface drawn out along the brush's way.
    float ridge = 0.0, beside = 0.0;
    for (int i = -2; i <= 2; i++) {
        vec2 o = way * float(i) * 3.2 * size * screen.zw;
        ridge += bristle(at + o, size);
        beside += bristle(at + o + (aside + vec2(0.5, 0.5)) * 1.3 * size * screen.zw, size);
    }
    float slope = (ridge - beside) * 0.2;
    best = saturated(best, 1.28);
    // No two dabs are mixed alike: each leans a little warm or cool, light or dark.
    float lean = solid(Spot(spot.p + 3.1, spot.uv, spot.pixel, spot.seed, spot.sky), 17.0 * size) - 0.5;
    best *= 1.0 + 0.30 * (dab - 0.5) + vec3(0.16, 0.02, -0.14) * lean;
    best += best * (0.13 * (ridge * 0.2 - 0.5)) + 0.27 * slope * (0.2 + best);
    best = mix(best, best * best * (3.0 - 2.0 * best), 0.30);
    return best * vec3(1.02, 1.0, 0.95);
}
