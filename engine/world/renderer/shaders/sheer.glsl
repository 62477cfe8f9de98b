// Glass, water and veils: what is behind them, bent and tinted, under their own gloss.
uniform sampler2D depth_map;
uniform sampler2D opaque_map;
vec3 march(vec3 from, vec3 way, float depth, bool wanted);
vec3 sheer_light(Skin s, vec3 world, float depth, float emission, float opacity, float bends) {
    float eta = max(bends, 1.0), nv = max(dot(s.n, s.v), 0.02);
    vec2 here = gl_FragCoord.xy * screen.zw;
    float f0 = eta > 1.01 ? pow((eta - 1.0) / (eta + 1.0), 2.0) : 0.03;
    float edge = f0 + (1.0 - f0) * pow(1.0 - nv, 5.0);
    // The bent ray meets what is behind a hand's breadth of glass, or the bed of the water.
    float bed = texture(depth_map, here).r;
#ifdef WATER
    float reach = clamp((bed - depth) * 0.5, 0.0, 1.5);
#else
    float reach = 0.10;
#endif
    vec3 bent = eta > 1.01 ? refract(-s.v, s.n, 1.0 / eta) : -s.v;
    vec3 there = seen_at_place(world + bent * reach);
    float behind = texture(depth_map, there.xy).r;
    bool open_way = behind > depth && abs(there.x - 0.5) < 0.5 && abs(there.y - 0.5) < 0.5;
    vec2 place = open_way ? there.xy : here;
    vec3 through = min(texture(opaque_map, place).rgb, 24.0);
    vec3 lit = from_sun(s, sun_share(world, s.n, min(dot(s.n, sun_direction.xyz), sun_shines)));
    lit += from_lamps(s, world);
    vec3 gleam = lit - s.albedo * max(dot(lit, vec3(0.3, 0.5, 0.2)), 0.0);
    vec3 r = normalize(reflect(-s.v, s.n));
    vec3 mirror = mirrored_sky(r, s.roughness);
#ifdef WATER
    r.y = max(r.y, 0.02);
    vec3 hit = march(world + vec3(0.0, 0.03, 0.0), r, depth, true);
    vec2 border = smoothstep(vec2(0.5), vec2(0.42, 0.40), abs(hit.xy - 0.5));
    mirror = mix(mirror, min(texture(opaque_map, hit.xy).rgb, 12.0), hit.z * border.x * border.y);
    float thick = (open_way ? behind : bed) - depth;
    thick = max(thick, 0.0) * length(world - eye.xyz) / max(depth, 0.01);
    vec3 kept = exp(-thick * (vec3(0.55, 0.17, 0.14) + 2.2 * opacity * opacity)) * (1.0 - smoothstep(0.97, 1.0, opacity));
    vec3 deep = s.albedo * (sky_ambient(vec3(0.0, 1.0, 0.0)) * 0.5 + sun_light() * 0.09 * max(sun_direction.y, 0.0)) + lit * 0.15;
    vec3 body = mix(deep, through, kept);
    float share = mix(edge, edge * 0.75, s.roughness);
#else
    Skin diffuse = s;
    diffuse.roughness = 1.0;
    vec3 own = lit + from_sky(s);
    // Thick where the surface turns away: the rim of a bottle is its darkest green.
    float cover = opacity * opacity * mix(0.35, 1.0, pow(1.0 - nv, 1.5));
    vec3 tint = mix(vec3(1.0), s.albedo / (max(s.albedo.r, max(s.albedo.g, s.albedo.b)) + 0.02), min(1.3 * opacity, 0.95));
    vec3 body = mix(through * tint, own, cover);
    float share = min(edge, 0.45) * (1.0 - 0.6 * s.roughness);   // a thin rim must not sparkle
#endif
    return mix(body, mirror, share) + max(gleam, vec3(0.0)) * smoothstep(0.02, 0.3, nv) + s.albedo * emission;
}
